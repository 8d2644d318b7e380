//! Everything that somebody may claim about themselves, against everybody whom they may want to be.
//!
//! Who may have whose row is written down here a second time, apart from the policy.

use orientor_identity::{Change, ClerkEmail, ClerkUser, ResolveError, Subject, UserId, Verification};
use orientor_testkit::proof::proved;

use crate::{
    lifecycle::{apply, event},
    support::{OTHER_ISSUER, World, clerk_id, issuer, session, subject},
};

/// Whose row it is, and how they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Victim {
    /// By the address in the row.
    Address,
    /// By their subject in the row.
    Carried,
    /// By a link.
    Linked,
    /// Deactivated, with an address.
    Inactive,
    /// By their number alone.
    Nameless,
    /// By nothing any more: Clerk has deleted the person.
    Deleted,
}

/// Where the attacker comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Origin {
    /// The same instance.
    Here,
    /// Our second instance.
    Elsewhere,
    /// The same, where the attacker has the very subject that the victim has here.
    Namesake,
}

/// What the attacker's address has to do with the one in the row.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Address {
    Same,
    /// As some people type it.
    Shouted,
    Another,
    /// With letters that look alike or that databases fold together.
    Cyrillic,
    Kelvin,
    FullWidth,
    Accent,
    /// What some mailboxes ignore.
    Tagged,
    DotAtTheEnd,
    Control,
}

const VICTIMS: [Victim; 6] =
    [Victim::Address, Victim::Carried, Victim::Linked, Victim::Inactive, Victim::Nameless, Victim::Deleted];
const ORIGINS: [Origin; 3] = [Origin::Here, Origin::Elsewhere, Origin::Namesake];
const ADDRESSES: [Address; 10] = [
    Address::Same,
    Address::Shouted,
    Address::Another,
    Address::Cyrillic,
    Address::Kelvin,
    Address::FullWidth,
    Address::Accent,
    Address::Tagged,
    Address::DotAtTheEnd,
    Address::Control,
];
const VERIFICATIONS: [Verification; 3] = [Verification::ByPerson, Verification::ByAdmin, Verification::None];

#[derive(Clone, Copy, Debug)]
struct Attack {
    victim: Victim,
    address: Address,
    is_primary: bool,
    verification: Verification,
    /// Whether the attacker's external id is the victim's number, by design or because another numbering has it too.
    has_number: bool,
    origin: Origin,
}

impl Attack {
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for victim in VICTIMS {
            for address in ADDRESSES {
                for verification in VERIFICATIONS {
                    for (is_primary, has_number) in (0..4).map(|n| (n & 1 == 0, n & 2 == 0)) {
                        let attack = |origin| Self { victim, address, is_primary, verification, has_number, origin };
                        // Where the attacker comes from matters to links, and links know no look-alikes.
                        let origins = if address == Address::Same { &ORIGINS[..] } else { &ORIGINS[..1] };
                        all.extend(origins.iter().copied().map(attack));
                    }
                }
            }
        }
        all
    }

    /// Whether the attacker has a mailbox that is the one in the row, or was.
    fn has_mailbox(self) -> bool {
        self.verification == Verification::ByPerson && matches!(self.address, Address::Same | Address::Shouted)
    }

    /// Whether the row is theirs, by the rules.
    fn is_rightful(self) -> bool {
        let is_taken = self.origin == Origin::Here && matches!(self.victim, Victim::Carried | Victim::Linked);
        let has_mailbox = self.has_mailbox() && self.victim != Victim::Nameless;
        let by_address = has_mailbox && self.is_primary;
        let by_number = self.has_number && (has_mailbox || self.victim == Victim::Nameless);
        !matches!(self.victim, Victim::Inactive | Victim::Deleted) && !is_taken && (by_address || by_number)
    }
}

fn address_of(victim: &str, address: Address) -> String {
    match address {
        Address::Same => victim.to_owned(),
        Address::Shouted => format!(" {} ", victim.to_ascii_uppercase()),
        Address::Another => format!("other.{victim}"),
        Address::Cyrillic => victim.replacen('a', "\u{430}", 1),
        Address::Kelvin => victim.replacen('k', "\u{212a}", 1),
        Address::FullWidth => victim.replacen('a', "\u{ff41}", 1),
        Address::Accent => victim.replacen('e', "\u{e9}", 1),
        Address::Tagged => victim.replacen('@', "+tag@", 1),
        Address::DotAtTheEnd => format!("{victim}."),
        Address::Control => format!("{victim}\u{7f}"),
    }
}

#[tokio::test]
async fn nobody_gets_a_row_that_is_not_theirs_and_nobody_is_locked_out_of_their_own() {
    let world = World::new().await;
    let attacks = Attack::all();
    assert_eq!(attacks.len(), 6 * (10 * 3 * 4 + 2 * 3 * 4));
    let (count, mut gained) = (u64::try_from(attacks.len()).unwrap(), 0);
    for (number, attack) in attacks.into_iter().enumerate() {
        let (ada, eve) = (format!("ada{number}"), format!("eve{number}"));
        let address = format!("kate{number}@example.com");
        let email = if attack.victim == Victim::Nameless { "NULL".to_owned() } else { format!("'{address}'") };
        let carried = if attack.victim == Victim::Carried { format!("'user_{ada}'") } else { "NULL".to_owned() };
        let is_active = attack.victim != Victim::Inactive;
        let row = world.user("email, clerk_user_id, is_active", &format!("{email}, {carried}, {is_active}")).await;
        let is_owner = |person: &mut ClerkUser| {
            let verification = Verification::ByPerson;
            person.emails.push(ClerkEmail { address: address.clone(), primary: true, verification });
            person.external_id = (attack.victim == Victim::Nameless).then(|| row.to_string());
        };
        world.clerk.add_with(&ada, is_owner);
        if matches!(attack.victim, Victim::Linked | Victim::Deleted) {
            assert_eq!(world.ensure(&ada).await.unwrap(), row);
        }
        if attack.victim == Victim::Deleted {
            apply(&world, &[event(issuer(), &format!("m{number}"), Change::Deleted(clerk_id(&ada)))]).await;
        }
        let attacker = if attack.origin == Origin::Namesake { &ada } else { &eve };
        world.clerk.add_with(attacker, |person| {
            let (verification, claimed) = (attack.verification, address_of(&address, attack.address));
            person.emails.push(ClerkEmail { address: claimed, primary: attack.is_primary, verification });
            if !attack.is_primary {
                let (address, verification) = (format!("{eve}@example.com"), Verification::ByPerson);
                person.emails.push(ClerkEmail { address, primary: true, verification });
            }
            person.external_id = attack.has_number.then(|| row.to_string());
        });

        let instance = if attack.origin == Origin::Here { issuer() } else { OTHER_ISSUER.parse().unwrap() };
        let from = Subject { issuer: instance, id: clerk_id(attacker) };
        let got = world.bridge().ensure(&session(from)).await.map(UserId::get);

        let has_row = got.as_ref().is_ok_and(|user| *user == row);
        assert_eq!(has_row, attack.is_rightful(), "{got:?}: {attack:?}");
        assert!(matches!(got, Ok(_) | Err(ResolveError::Conflict(_))), "{got:?}: {attack:?}");
        gained += usize::from(has_row);
        // What the attacker has left behind must not be in the way of the owner, who comes from the first instance.
        if attack.victim == Victim::Deleted {
            // Whoever returns is somebody new, unless the mailbox is the attacker's now.
            let back = format!("back{number}");
            world.clerk.add_with(&back, is_owner);
            let owner = world.ensure(&back).await;
            let is_new = owner.as_ref().is_ok_and(|user| *user != row);
            assert!(is_new || attack.has_mailbox() && attack.is_primary, "{owner:?}: {attack:?}");
        } else if is_active && (!has_row || attack.origin != Origin::Here) {
            world.clerk.add_with(&ada, is_owner);
            let owner = world.bridge().ensure(&session(subject(&ada))).await.map(UserId::get);
            assert!(matches!(owner, Ok(user) if user == row), "{owner:?}: {attack:?}");
        }
    }
    assert!(gained >= 20, "the rightful got their rows {gained} times");
    proved("take-over attempts, every victim, claim and origin", count, "all");
}
