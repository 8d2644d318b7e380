//! The provider's list of users: from a file, or from Clerk itself.
//!
//! A file is Clerk's own answer (an array of users, or an object with them under `data`), one user a
//! line, or the short form `{"users": [{"id", "email", "first_name", "last_name"}]}`. It is read user by
//! user, so that a long list takes no more memory than the users in it.

use std::{collections::HashSet, fmt, fs::File, io::BufReader, path::PathBuf};

use clap::Args;
use orientor_clerk::user_from_json;
use orientor_doctor::{Directory, DirectoryUser};
use orientor_identity::{ClerkUser, Verification};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Map, Value};
use tokio_util::sync::CancellationToken;

use super::Bar;
use crate::{
    exit::Failure,
    settings::{Settings, users_of_clerk},
};

/// Flags about the provider's users; the comments are their help.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "The provider's users, for the checks that compare with them")]
pub(crate) struct DirectoryArguments {
    /// Clerk's list of users: its answer as JSON, one user a line, or {"users": [{"id", "email"}]}.
    ///
    /// It has to be the whole list: whoever is not in it counts as deleted.
    #[arg(long, value_name = "FILE")]
    clerk_directory: Option<PathBuf>,

    /// Asks Clerk's Backend API for the list; needs CLERK_SECRET_KEY.
    #[arg(long, conflicts_with = "clerk_directory")]
    from_clerk: bool,

    /// Vouches for addresses in the list that the provider has no proof for.
    #[arg(long)]
    directory_is_trusted: bool,
}

impl DirectoryArguments {
    /// Reads the list, if there is to be one.
    pub(crate) async fn read(
        self,
        settings: &Settings,
        stop: &CancellationToken,
    ) -> Result<Option<Directory>, Failure> {
        let users = match (self.clerk_directory, self.from_clerk) {
            (Some(path), _) => {
                let reading = tokio::task::spawn_blocking(move || read_file(&path)).await;
                reading.map_err(|error| Failure::because("the list of users could not be read", &error))??
            }
            (None, true) => from_clerk(settings, stop).await?,
            (None, false) if self.directory_is_trusted => {
                return Err(Failure::new("--directory-is-trusted needs --clerk-directory or --from-clerk"));
            }
            (None, false) => return Ok(None),
        };
        Ok(Some(Directory { users, trusted: self.directory_is_trusted }))
    }
}

async fn from_clerk(settings: &Settings, stop: &CancellationToken) -> Result<Vec<DirectoryUser>, Failure> {
    let api = users_of_clerk(settings)?;
    let bar = Bar::new("users of Clerk");
    let tell = |read, of| bar.set(read, of);
    let users = tokio::select! {
        users = api.all_users(&tell) => users,
        () = stop.cancelled() => return Err(Failure::new("stopped while the users of Clerk were listed")),
    };
    let users = users.map_err(|error| Failure::because("the users of Clerk could not be listed", &error))?;
    Ok(users.into_iter().map(plain).collect())
}

/// What the doctor needs to know of a user.
fn plain(user: ClerkUser) -> DirectoryUser {
    let primary = user.emails.into_iter().find(|email| email.primary);
    DirectoryUser {
        id: user.id.to_string(),
        // What an import or an administrator has declared verified is no proof of the person.
        verified: primary.as_ref().is_some_and(|email| email.verification == Verification::ByPerson),
        email: primary.map(|email| email.address),
        first_name: user.first_name,
        last_name: user.last_name,
        external_id: user.external_id,
    }
}

/// A user in the short form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShortUser {
    id: String,
    email: Option<String>,
    #[serde(default)]
    verified: bool,
    first_name: Option<String>,
    last_name: Option<String>,
    external_id: Option<String>,
}

fn read_file(path: &std::path::Path) -> Result<Vec<DirectoryUser>, Failure> {
    let unusable = |why: &dyn fmt::Display| Failure::new(format!("{} cannot be used: {why}", path.display()));
    let file = File::open(path).map_err(|error| unusable(&error))?;
    read(BufReader::new(file)).map_err(|error| unusable(&error))
}

fn read(reader: impl std::io::Read) -> serde_json::Result<Vec<DirectoryUser>> {
    let mut list = List::default();
    let mut json = serde_json::Deserializer::from_reader(reader);
    // Values may follow each other, as with one user a line.
    loop {
        Document(&mut list).deserialize(&mut json)?;
        if json.end().is_ok() {
            break;
        }
    }
    list.finish().map_err(Error::custom)
}

#[derive(Default)]
struct List {
    users: Vec<DirectoryUser>,
    ids: HashSet<String>,
    /// How many users the file says that there are.
    announced: Option<u64>,
}

impl List {
    fn add(&mut self, value: Value) -> Result<(), String> {
        let number = self.users.len() + 1;
        let fault = |what: &dyn fmt::Display| format!("user {number}: {what}");
        let is_short =
            ["object", "email_addresses", "primary_email_address_id"].iter().all(|it| value.get(it).is_none());
        let user = if is_short {
            let ShortUser { id, email, verified, first_name, last_name, external_id } =
                serde_json::from_value(value).map_err(|error| fault(&error))?;
            DirectoryUser { id, email, verified, first_name, last_name, external_id }
        } else {
            plain(user_from_json(&value).map_err(|error| fault(&error))?)
        };
        if user.id.trim().is_empty() {
            return Err(fault(&"the id is empty"));
        }
        if !self.ids.insert(user.id.clone()) {
            return Err(fault(&format!("the id {:?} is there twice", user.id)));
        }
        self.users.push(user);
        Ok(())
    }

    fn finish(self) -> Result<Vec<DirectoryUser>, String> {
        let read = self.users.len();
        match self.announced {
            // Everybody else would count as deleted.
            Some(announced) if announced != read as u64 => {
                Err(format!("it says that there are {announced} users and has {read}; it has to be the whole list"))
            }
            _ if read == 0 => Err("there are no users in it".to_owned()),
            _ => Ok(self.users),
        }
    }
}

/// One JSON value of the file: an array of users, an object with one, or a user.
struct Document<'a>(&'a mut List);

impl<'de> DeserializeSeed<'de> for Document<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of Clerk users")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, users: A) -> Result<(), A::Error> {
        Users(self.0).visit_seq(users)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let (mut user, mut is_list) = (Map::new(), false);
        while let Some(name) = members.next_key::<String>()? {
            if matches!(name.as_str(), "data" | "users") {
                is_list = true;
                members.next_value_seed(Users(self.0))?;
            } else {
                user.insert(name, members.next_value()?);
            }
        }
        if is_list {
            let announced = user.get("total_count").or_else(|| user.get("count")).and_then(Value::as_u64);
            self.0.announced = announced.or(self.0.announced);
            Ok(())
        } else {
            self.0.add(Value::Object(user)).map_err(Error::custom)
        }
    }
}

/// An array of users.
struct Users<'a>(&'a mut List);

impl<'de> DeserializeSeed<'de> for Users<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Users<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of Clerk users")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut users: A) -> Result<(), A::Error> {
        while let Some(user) = users.next_element::<Value>()? {
            self.0.add(user).map_err(Error::custom)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<String> {
        read(text.as_bytes()).unwrap().into_iter().map(|user| user.id).collect()
    }

    #[test]
    fn every_form_of_the_list_is_read() {
        let (ada, bob) = (r#"{"object":"user","id":"user_1ada"}"#, r#"{"object":"user","id":"user_2bob"}"#);
        for text in [
            format!("[{ada},{bob}]"),
            format!("{{\"data\":[{ada},{bob}],\"total_count\":2}}"),
            format!("{{\"total_count\":2,\"data\":[{ada},{bob}]}}"),
            format!("{ada}\n{bob}\n"),
            format!("[{ada}]\n[{bob}]"),
            r#"{"what":"x","users":[{"id":"user_1ada"},{"id":"user_2bob"}],"count":2}"#.to_owned(),
        ] {
            assert_eq!(ids(&text), ["user_1ada", "user_2bob"], "{text}");
        }
    }

    #[test]
    fn only_the_primary_address_counts_and_only_with_proof() {
        let text = |reserved: bool, status: &str, strategy: &str| {
            format!(
                r#"[{{"id":"user_1","primary_email_address_id":"b","external_id":"7","first_name":"Ada","email_addresses":[
                {{"id":"a","email_address":"old@example.com","verification":{{"status":"verified","strategy":"email_code"}}}},
                {{"id":"b","email_address":"ada@example.com","reserved":{reserved},
                 "verification":{{"status":"{status}","strategy":"{strategy}"}}}}]}}]"#
            )
        };
        for (reserved, status, strategy, verified) in [
            (false, "verified", "email_code", true),
            (false, "verified", "admin", false),
            (true, "verified", "email_code", false),
            (false, "unverified", "email_code", false),
        ] {
            let users = read(text(reserved, status, strategy).as_bytes()).unwrap();
            assert_eq!(users[0].email.as_deref(), Some("ada@example.com"));
            assert_eq!(users[0].verified, verified, "{reserved} {status} {strategy}");
            assert_eq!((users[0].external_id.as_deref(), users[0].first_name.as_deref()), (Some("7"), Some("Ada")));
        }
        let short = read(br#"[{"id":"auth0|1","email":"ada@example.com"}]"#.as_slice()).unwrap();
        assert_eq!((short[0].id.as_str(), short[0].verified), ("auth0|1", false));
    }

    #[test]
    fn what_is_no_whole_list_is_refused_with_the_place() {
        for (text, part) in [
            ("", "EOF"),
            ("[]", "there are no users in it"),
            ("42", "a list of Clerk users"),
            ("{\"data\":{}}", "an array of Clerk users"),
            ("[{\"id\":\"user_1\"},\n{\"id\":\"user_2\"", "line 2"),
            ("[{\"id\":\"user_1\"},\n{\"id\":\"user_1\"}]", "user 2: the id \"user_1\" is there twice at line 2"),
            ("{\"id\":\"user_1\"}\n{\"id\":\"user_2\"}\nx", "line 3"),
            ("[{\"email\":\"ada@example.com\"}]", "user 1: missing field `id`"),
            ("[{\"id\":\" \"}]", "the id is empty"),
            ("[{\"object\":\"user\",\"id\":\"sess_1\"}]", "not a Clerk user object"),
            ("[{\"id\":\"user_1\",\"mail\":\"x\"}]", "unknown field `mail`"),
            ("{\"data\":[{\"id\":\"user_1\"}],\"total_count\":2}", "says that there are 2 users and has 1"),
        ] {
            let error = read(text.as_bytes()).unwrap_err().to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
