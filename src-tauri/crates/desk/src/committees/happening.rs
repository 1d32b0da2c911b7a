//! What a person says happened in a committee, as the act that says it.

use domain::committee::Stamp;
use domain::ids::Ids;
use store::Writer;

use super::journal::Record;
use super::named::{is, kind_of, member_id, office_of, organization_id, result_of, sector_of};
use super::{Kept, road};
use crate::cases::day;
use crate::edits;
use crate::error::Error;
use crate::wire::CommitteeRequest;
use crate::{Moment, Office};

impl Office {
    pub(super) fn happen_in_committee(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        mut kept: Kept,
        deed: CommitteeRequest,
        ids: &mut Ids,
    ) -> Result<(), Error> {
        let (record, on) = self.committee_record(writer, moment, &kept, deed, ids)?;
        let chain = kept.id.to_string();
        let on_text = on.to_string();
        let stamp = Stamp {
            number: kept.last() + 1,
            on,
            by: self.signer(writer)?,
        };
        match (&record, record.event(&on_text)) {
            (_, Some(event)) => kept.committee.take(event, &stamp)?,
            (Record::PutAway { .. }, None) => {}
            (_, None) => {
                return Err(store::Error::Corrupt { what: "committee" }.into());
            }
        }
        self.note_committee(writer, moment, &chain, &record, &on_text)
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one arm for each thing that happens, read in one go"
    )]
    fn committee_record(
        &self,
        writer: &Writer<'_>,
        moment: &Moment,
        kept: &Kept,
        deed: CommitteeRequest,
        ids: &mut Ids,
    ) -> Result<(Record, chrono::NaiveDate), Error> {
        let line = |text: &str| edits::checked(text, false);
        let lines = |text: &str| edits::checked(text, true);
        let new = |ids: &mut Ids| ids.part().to_string();
        let today = moment.today;
        Ok(match deed {
            CommitteeRequest::Name { name, reason } => {
                let (name, reason) = (line(&name)?, lines(&reason)?);
                self.name_is_free(writer, &name, &kept.id.to_string())?;
                (Record::Named { name, reason }, today)
            }
            CommitteeRequest::Describe {
                scope,
                sector,
                activity,
            } => {
                let sector = match sector.trim() {
                    "" => String::new(),
                    word => sector_of(word)?.code().to_owned(),
                };
                let record = Record::Described {
                    scope: lines(&scope)?,
                    sector,
                    activity: line(&activity)?,
                };
                (record, today)
            }
            CommitteeRequest::AddOrganization { name, kind } => {
                let record = Record::Organization {
                    organization: new(ids),
                    name: line(&name)?,
                    kind: kind_of(&kind)?.code().to_owned(),
                };
                (record, today)
            }
            CommitteeRequest::CorrectOrganization {
                organization,
                name,
                kind,
            } => {
                let record = Record::Organization {
                    organization: organization_id(kept, &organization)?,
                    name: line(&name)?,
                    kind: kind_of(&kind)?.code().to_owned(),
                };
                (record, today)
            }
            CommitteeRequest::Join { kept: stays, gone } => {
                let record = Record::Joined {
                    kept: organization_id(kept, &stays)?,
                    gone: organization_id(kept, &gone)?,
                };
                (record, today)
            }
            CommitteeRequest::Part { gone } => {
                let gone = organization_id(kept, &gone)?;
                (Record::Parted { gone }, today)
            }
            CommitteeRequest::Seat {
                name,
                post,
                organization,
                office,
                on,
            } => {
                let record = Record::Seated {
                    member: new(ids),
                    name: line(&name)?,
                    post: line(&post)?,
                    organization: organization_id(kept, &organization)?,
                    office: office_of(&office)?.code().to_owned(),
                };
                (record, day(&on, moment)?)
            }
            CommitteeRequest::Leave { member, on, reason } => {
                let record = Record::Left {
                    member: member_id(kept, &member)?,
                    reason: lines(&reason)?,
                };
                (record, day(&on, moment)?)
            }
            CommitteeRequest::Plan { title } => {
                let record = Record::Planned {
                    planned: new(ids),
                    title: line(&title)?,
                };
                (record, today)
            }
            CommitteeRequest::Drop { planned } => {
                let mut all = kept.committee.planned.iter().filter(|it| !it.dropped);
                let named = all.find(|it| is(&planned, it.id, &it.title));
                let planned = named.map(|it| it.id.to_string());
                let planned = planned.ok_or(domain::committee::Refusal::Unknown("planned"))?;
                (Record::Dropped { planned }, today)
            }
            CommitteeRequest::Programme { what, who, by } => {
                let by = match by.trim() {
                    "" => String::new(),
                    typed => {
                        let day: chrono::NaiveDate =
                            typed.parse().map_err(|_| Error::BadDay(typed.to_owned()))?;
                        day.to_string()
                    }
                };
                let record = Record::Activity {
                    activity: new(ids),
                    what: line(&what)?,
                    who: line(&who)?,
                    by,
                };
                (record, today)
            }
            CommitteeRequest::Done { activity } => {
                let mut all = kept.committee.programme.iter().filter(|it| !it.done);
                let named = all.find(|it| is(&activity, it.id, &it.what));
                let activity = named.map(|it| it.id.to_string());
                let activity = activity.ok_or(domain::committee::Refusal::Unknown("activity"))?;
                (Record::Done { activity }, today)
            }
            CommitteeRequest::Contact { with, about, on } => {
                let record = Record::Entry {
                    with: line(&with)?,
                    about: lines(&about)?,
                    advisory: false,
                };
                (record, day(&on, moment)?)
            }
            CommitteeRequest::Advise { with, about, on } => {
                let record = Record::Entry {
                    with: line(&with)?,
                    about: lines(&about)?,
                    advisory: true,
                };
                (record, day(&on, moment)?)
            }
            CommitteeRequest::Judge {
                criterion,
                result,
                note,
            } => {
                let result = result_of(&result)?.code().to_owned();
                let record = Record::Judged {
                    criterion: criterion.trim().to_uppercase(),
                    result,
                    note: lines(&note)?,
                };
                (record, today)
            }
            CommitteeRequest::PutAway { reason } => {
                let reason = lines(&reason)?;
                if reason.is_empty() {
                    return Err(Error::ReasonMissing);
                }
                road::is_untouched(kept)?;
                (Record::PutAway { reason }, today)
            }
        })
    }
}
