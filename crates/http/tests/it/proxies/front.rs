//! A proxy in front of an application, started with the very file that we tell people to use.

use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use orientor_testkit::proxy::Proxy;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
};

use super::wire::ask;

const PATIENCE: Duration = Duration::from_secs(30);

/// A running proxy with its application; both end with it.
pub(super) struct Front {
    pub(super) proxy: Proxy,
    pub(super) address: SocketAddr,
    pub(super) application: Application,
    _process: Child,
    _folder: TempDir,
}

impl Front {
    /// In front of an application of its own, asking `verifier`.
    pub(super) async fn start(proxy: Proxy, verifier: SocketAddr) -> Self {
        let program = tokio::task::spawn_blocking(move || proxy.program()).await.unwrap();
        let folder = TempDir::with_prefix("orientor-proxy-").unwrap();
        let application = Application::start().await;
        let address = free_address().await;
        let ports = [(8000, verifier.port()), (9000, application.address.port()), (8080, address.port())];
        let at = folder.path();
        let mut command = Command::new(program);
        match proxy {
            Proxy::Nginx => {
                install("nginx/forward-auth.conf", at, &ports);
                fs::write(at.join("nginx.conf"), nginx_around(at)).unwrap();
                command.arg("-p").arg(at).arg("-c").arg(at.join("nginx.conf")).args(["-e", "stderr"]);
            }
            Proxy::Traefik => {
                install("traefik/traefik.yml", at, &ports);
                install("traefik/forward-auth.yml", at, &ports);
                command.arg("--configFile=traefik.yml");
            }
            Proxy::Envoy => {
                install("envoy/envoy.yaml", at, &ports);
                command.args(["--config-path", "envoy.yaml", "--disable-hot-restart", "--concurrency", "1"]);
                command.args(["--log-level", "warning"]);
            }
            Proxy::Caddy => {
                install("caddy/Caddyfile", at, &ports);
                command.args(["run", "--config", "Caddyfile", "--adapter", "caddyfile"]);
            }
        }
        let log = fs::File::create(at.join("log")).unwrap();
        command.env_clear().env("HOME", at).current_dir(at).kill_on_drop(true);
        command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let mut process = command.spawn().unwrap();
        let began = Instant::now();
        while !is_up(proxy, address).await {
            let said = || fs::read_to_string(at.join("log")).unwrap_or_default();
            if let Some(status) = process.try_wait().unwrap() {
                panic!("{proxy:?} has ended, {status}: {}", said());
            }
            assert!(began.elapsed() < PATIENCE, "{proxy:?} does not listen: {}", said());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Self { proxy, address, application, _process: process, _folder: folder }
    }
}

/// Traefik listens before it has read what it is to do, and says so in words of its own.
async fn is_up(proxy: Proxy, address: SocketAddr) -> bool {
    if proxy == Proxy::Traefik {
        let listens = TcpStream::connect(address).await.is_ok();
        return listens && ask(address, "GET", &[""; 0]).await.body != "404 page not found\n";
    }
    TcpStream::connect(address).await.is_ok()
}

/// Copies a file of `deploy/`; nothing but ports is another.
fn install(file: &str, to: &Path, ports: &[(u16, u16)]) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").join(file);
    let mut text = fs::read_to_string(&from).unwrap();
    // In two steps, because the new number of one may contain the old one of another.
    for (documented, _) in ports {
        text = text.replace(&documented.to_string(), &format!("<{documented}>"));
    }
    for (documented, port) in ports {
        text = text.replace(&format!("<{documented}>"), &port.to_string());
    }
    fs::write(to.join(from.file_name().unwrap()), text).unwrap();
}

/// What a distribution's nginx.conf has around the snippet. One process, so that nothing is left when it is ended.
fn nginx_around(folder: &Path) -> String {
    let at = folder.display();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|it| format!("{it}_temp_path {at}/{it};"));
    format!(
        "daemon off; master_process off; pid {at}/pid; error_log stderr;\nevents {{}}\n\
         http {{ access_log off; {} include {at}/forward-auth.conf; }}\n",
        temporary.join(" ")
    )
}

async fn free_address() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap().local_addr().unwrap()
}

/// An unchanged little application: it reads the integer, and answers with all that it has received.
pub(super) struct Application {
    address: SocketAddr,
    reached: Arc<AtomicUsize>,
}

impl Application {
    async fn start() -> Self {
        let reached = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&reached);
        let address = serve(move |head| {
            counter.fetch_add(1, Ordering::SeqCst);
            let who = as_cgi_reads_it(&head, "x-auth-user-id").join(",");
            format!(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-Seen-User: {who}\r\nContent-Length: {}\r\n\r\n{head}",
                head.len()
            )
        });
        Self { address: address.await, reached }
    }

    /// How many requests have come through.
    pub(super) fn reached(&self) -> usize {
        self.reached.load(Ordering::SeqCst)
    }
}

/// A verifier that answers every question with these bytes.
pub(super) async fn verifier_that_says(answer: &'static str) -> SocketAddr {
    serve(move |_| answer.to_owned()).await
}

/// Answers each request by its head, and closes.
async fn serve(answer: impl Fn(String) -> String + Clone + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.windows(4).any(|four| four == b"\r\n\r\n") {
                    let mut buffer = [0; 4096];
                    match stream.read(&mut buffer).await {
                        Ok(length @ 1..) => head.extend_from_slice(&buffer[..length]),
                        _ => return,
                    }
                }
                let answer = answer(String::from_utf8_lossy(&head).into_owned());
                let closing = answer.replacen("\r\n", "\r\nConnection: close\r\n", 1);
                stream.write_all(closing.as_bytes()).await.ok();
            });
        }
    });
    address
}

/// The values of every header that CGI, WSGI and their like give to an application under this name: they read
/// underscores and dashes alike, and any case.
pub(super) fn as_cgi_reads_it(head: &str, name: &str) -> Vec<String> {
    let lines = head.split("\r\n").skip(1).filter_map(|line| line.split_once(':'));
    let named = lines.filter(|(key, _)| key.trim().to_ascii_lowercase().replace('_', "-") == name);
    named.map(|(_, value)| value.trim().to_owned()).collect()
}
