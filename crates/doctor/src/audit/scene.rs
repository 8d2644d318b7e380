//! What is known of a database before the first check asks: its catalogue, its people, and what refers to them.

use sqlx::Row as _;

use super::{AuditOptions, chosen};
use crate::{
    catalogue::{self, Catalogue},
    checks::Context,
    error::{Asking, DoctorError},
    expected::{Expected, ExpectedReference},
    finding::{Chosen, Finding},
    people::{self, People},
    references::{self, References, Scope},
    session::Worker,
};

/// What is known before the first check asks.
pub(crate) struct Scene {
    pub catalogue: Catalogue,
    pub people: People,
    pub references: References,
    pub expected: Option<Expected>,
    /// The references that it declares and whose both ends are there.
    pub declared: Vec<ExpectedReference>,
    /// Whether any two users are one person. There may be as long as nobody has looked, which takes a while.
    pub has_twins: bool,
}

impl Scene {
    /// Reads the catalogue and finds out who the users are and what refers to them.
    pub async fn look(worker: &mut Worker, options: &AuditOptions, scope: Scope) -> Result<Self, DoctorError> {
        Self::look_and(worker, options, scope, async |_, _| Ok(())).await
    }

    /// The same, and whether any two users are one person.
    pub async fn look_closely(worker: &mut Worker, options: &AuditOptions) -> Result<Self, DoctorError> {
        let twins = async |scene: &mut Self, worker: &mut Worker| scene.look_for_twins(worker).await;
        Self::look_and(worker, options, Scope::All, twins).await
    }

    async fn look_and(
        worker: &mut Worker,
        options: &AuditOptions,
        scope: Scope,
        more: impl AsyncFnOnce(&mut Self, &mut Worker) -> Result<(), DoctorError>,
    ) -> Result<Self, DoctorError> {
        let mut taken = Chosen::default();
        let looked = async {
            let mut scene = Self::discover(worker, options, scope, &mut taken).await?;
            more(&mut scene, worker).await?;
            Ok(scene)
        };
        looked.await.map_err(|error| match error {
            DoctorError::Catalogue(Asking::Stopped) => DoctorError::Stopped(Box::new(taken)),
            other => other,
        })
    }

    /// The same; what was taken for the users is in `taken` as soon as it is known.
    async fn discover(
        worker: &mut Worker,
        options: &AuditOptions,
        scope: Scope,
        taken: &mut Chosen,
    ) -> Result<Self, DoctorError> {
        // Whom the operator has named need not be called as is usual.
        let is_named = options.choices.subject.is_some() || options.choices.profile_table.is_some();
        let scope = if is_named { Scope::All } else { scope };
        let catalogue = catalogue::read(worker).await.map_err(DoctorError::Catalogue)?;
        if let Some(missing) =
            options.schemas.iter().find(|it| !catalogue.relations.values().any(|has| has.schema == **it))
        {
            return Err(DoctorError::NotThere(format!("there is no schema {missing}, or nothing in it")));
        }
        let expected = match (&options.expected, options.generic_only) {
            (Some(expected), _) => Some(expected.clone()),
            (None, true) => None,
            (None, false) => Some(Expected::orientor()?).filter(|it| it.fits(&catalogue)),
        };
        let declared = expected.as_ref().map_or_else(Vec::new, |it| it.references(&catalogue));
        let mut people = people::find(worker, &catalogue, &options.choices, &options.schemas).await?;
        *taken = chosen(&catalogue, &people);
        let find = async |worker: &mut Worker, people: &People| {
            references::find(worker, &catalogue, people, &declared, &options.schemas, scope).await
        };
        let mut references = find(worker, &people).await?;
        let before = people.subjects.len();
        people::find_beside(worker, &catalogue, &options.choices, &references, &mut people).await?;
        if people.subjects.len() > before {
            // Ids that are kept beside the users say more about which text names a user.
            *taken = chosen(&catalogue, &people);
            references = find(worker, &people).await?;
        }
        Ok(Self { catalogue, people, references, expected, declared, has_twins: true })
    }

    /// Finds out whether any two users are one person.
    async fn look_for_twins(&mut self, worker: &mut Worker) -> Result<(), DoctorError> {
        let Some(twins) = self.people.twins(&self.catalogue) else {
            self.has_twins = false;
            return Ok(());
        };
        match worker.rows(&format!("WITH {twins} SELECT EXISTS (SELECT 1 FROM twins)"), &[]).await {
            Ok(rows) => self.has_twins = rows.first().is_some_and(|row| row.try_get(0).unwrap_or(true)),
            Err(error @ (Asking::Stopped | Asking::Disconnected)) => return Err(DoctorError::Catalogue(error)),
            // Then there may be some, and the questions about them will say that they cannot be answered.
            Err(_) => {}
        }
        Ok(())
    }

    /// Whether a finding says that new users, or their profiles, would get no number or one that is taken.
    pub fn numbers_people(&self, finding: &Finding) -> bool {
        let profile = self.people.profile.map(|(table, _)| table);
        let tables = [Some(self.people.table), profile].into_iter().flatten();
        let mut tables = tables.filter_map(|oid| self.catalogue.table(oid));
        matches!(finding.check.as_str(), "D35" | "D36")
            && tables.any(|it| it.schema == finding.schema && it.name == finding.table)
    }

    /// The same, for checks.
    pub fn context<'a>(&'a self, options: &'a AuditOptions) -> Context<'a> {
        Context {
            catalogue: &self.catalogue,
            people: &self.people,
            references: &self.references,
            expected: self.expected.as_ref(),
            declared: &self.declared,
            directory: options.directory.as_ref(),
            has_twins: self.has_twins,
            schemas: &options.schemas,
        }
    }
}
