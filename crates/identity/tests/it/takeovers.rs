//! Everything that somebody may claim about themselves, against everybody whom they may want to be.
//!
//! Who may have whose row is written down here a second time, apart from the policy.

use orientor_identity::{ClerkEmail, Issuer, ResolveError, Subject, UserId, Verification};

use crate::support::{OTHER_ISSUER, World, clerk_id, issuer, session, subject};

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

const VICTIMS: [Victim; 5] = [Victim::Address, Victim::Carried, Victim::Linked, Victim::Inactive, Victim::Nameless];
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
    /// Whether the attacker comes from our second instance.
    elsewhere: bool,
}

impl Attack {
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for victim in VICTIMS {
            for address in ADDRESSES {
                for verification in VERIFICATIONS {
                    for (is_primary, has_number, elsewhere) in (0..8).map(|n| (n & 1 == 0, n & 2 == 0, n & 4 == 0)) {
                        let attack = Self { victim, address, is_primary, verification, has_number, elsewhere };
                        // Where the attacker comes from matters to links, and links know no look-alikes.
                        if !elsewhere || address == Address::Same {
                            all.push(attack);
                        }
                    }
                }
            }
        }
        all
    }

    fn issuer(self) -> Issuer {
        if self.elsewhere { OTHER_ISSUER.parse().unwrap() } else { issuer() }
    }

    /// Whether the row is theirs, by the rules.
    fn is_rightful(self) -> bool {
        let is_taken = !self.elsewhere && matches!(self.victim, Victim::Carried | Victim::Linked);
        let has_mailbox = self.verification == Verification::ByPerson
            && matches!(self.address, Address::Same | Address::Shouted)
            && self.victim != Victim::Nameless;
        let by_address = has_mailbox && self.is_primary;
        let by_number = self.has_number && (has_mailbox || self.victim == Victim::Nameless);
        self.victim != Victim::Inactive && !is_taken && (by_address || by_number)
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
    assert_eq!(attacks.len(), 5 * (10 * 3 * 4 + 3 * 4));
    let mut gained = 0;
    for (number, attack) in attacks.into_iter().enumerate() {
        let (ada, eve) = (format!("ada{number}"), format!("eve{number}"));
        let address = format!("kate{number}@example.com");
        let email = if attack.victim == Victim::Nameless { "NULL".to_owned() } else { format!("'{address}'") };
        let carried = if attack.victim == Victim::Carried { format!("'user_{ada}'") } else { "NULL".to_owned() };
        let is_active = attack.victim != Victim::Inactive;
        let row = world.user("email, clerk_user_id, is_active", &format!("{email}, {carried}, {is_active}")).await;
        world.clerk.add_with(&ada, |person| {
            let verification = Verification::ByPerson;
            person.emails.push(ClerkEmail { address: address.clone(), primary: true, verification });
            person.external_id = (attack.victim == Victim::Nameless).then(|| row.to_string());
        });
        if attack.victim == Victim::Linked {
            assert_eq!(world.ensure(&ada).await.unwrap(), row);
        }
        world.clerk.add_with(&eve, |person| {
            let (verification, claimed) = (attack.verification, address_of(&address, attack.address));
            person.emails.push(ClerkEmail { address: claimed, primary: attack.is_primary, verification });
            if !attack.is_primary {
                let (address, verification) = (format!("{eve}@example.com"), Verification::ByPerson);
                person.emails.push(ClerkEmail { address, primary: true, verification });
            }
            person.external_id = attack.has_number.then(|| row.to_string());
        });

        let from = Subject { issuer: attack.issuer(), id: clerk_id(&eve) };
        let got = world.bridge().ensure(&session(from)).await.map(UserId::get);

        let has_row = got.as_ref().is_ok_and(|user| *user == row);
        assert_eq!(has_row, attack.is_rightful(), "{got:?}: {attack:?}");
        assert!(matches!(got, Ok(_) | Err(ResolveError::Conflict(_))), "{got:?}: {attack:?}");
        gained += usize::from(has_row);
        // What the attacker has left behind must not be in the way of the owner, who comes from the first instance.
        if is_active && (!has_row || attack.elsewhere) {
            let owner = world.bridge().ensure(&session(subject(&ada))).await.map(UserId::get);
            assert!(matches!(owner, Ok(user) if user == row), "{owner:?}: {attack:?}");
        }
    }
    assert!(gained >= 20, "the rightful got their rows {gained} times");
}
