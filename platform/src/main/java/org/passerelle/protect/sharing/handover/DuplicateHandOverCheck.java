package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Languages;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.ErasableCases;
import org.passerelle.protect.casework.cases.relations.SamePersons;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.refusal.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prevents a person from being handed over to two countries by mistake, which would have both
 * prepare a journey. Where two hand-overs are intended, both countries are told so, in every
 * language of the node, because the reader's language is not known.
 */
@Component
class DuplicateHandOverCheck {
  private static final String LEAVES = "referral.queued";
  private final JdbcClient db;
  private final HandOverRows rows;
  private final Cases cases;
  private final SamePersons same;
  private final ErasableCases files;
  private final Referrals referrals;
  private final Addressees organisations;
  private final Languages languages;

  DuplicateHandOverCheck(
      JdbcClient db,
      HandOverRows rows,
      Cases cases,
      SamePersons same,
      ErasableCases files,
      Referrals referrals,
      Addressees organisations,
      Languages languages) {
    this.db = db;
    this.rows = rows;
    this.cases = cases;
    this.same = same;
    this.files = files;
    this.referrals = referrals;
    this.organisations = organisations;
    this.languages = languages;
  }

  /**
   * Checked when a hand-over is begun, before the sender selects the contents of the dossier.
   *
   * @throws Refused if another country already has the person and a second hand-over is not
   *     intended
   */
  void refuse(UUID caseId, UUID organisation, UUID recipient, boolean onPurpose) {
    if (!onPurpose && !others(caseId, organisation, recipient).isEmpty()) {
      throw new Refused("handover.refused.given-elsewhere").at("also");
    }
  }

  /** Checks again on sending, because another hand-over may have been sent in the meantime. */
  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID organisation = happened.organisation();
    UUID id = happened.subject();
    if (organisation != null && id != null && happened.kind().equals(LEAVES)) {
      rows.find(id, organisation)
          .filter(HandOver::sends)
          .ifPresent(one -> leaves(one, happened.caseId()));
    }
  }

  private void leaves(HandOver one, UUID caseId) {
    refuse(caseId, one.organisation(), one.other(), one.onPurpose());
    for (HandOver other : others(caseId, one.organisation(), one.other())) {
      tell(one, other.other());
      tell(other, one.other());
    }
  }

  /**
   * Open hand-overs of the person to others, also from another case of the organisation that was
   * stated to be of the same person.
   */
  private List<HandOver> others(UUID caseId, UUID organisation, UUID recipient) {
    return same.all(cases.forHouse(caseId).person().id(), organisation).stream()
        .flatMap(person -> files.of(person).stream())
        .flatMap(file -> sent(file, organisation).stream())
        .filter(h -> h.open() && !h.other().equals(recipient))
        .toList();
  }

  private List<HandOver> sent(UUID caseId, UUID organisation) {
    return rows.load(
        db.sql(
                """
                select h.id, h.organisation from hand_over h
                  join referral_outline r on r.id = h.id and r.organisation = h.organisation
                 where h.sends and h.organisation = :organisation and r.case_id = :case
                 order by h.begun_at, h.id
                """)
            .param("organisation", organisation)
            .param("case", caseId)
            .query(HandOverRows.Side.class)
            .list());
  }

  private void tell(HandOver one, UUID elsewhere) {
    String text =
        languages.all().stream()
            .map(
                language ->
                    languages
                        .texts(language)
                        .text("handover.also.told", organisations.name(elsewhere, language)))
            .distinct()
            .collect(Collectors.joining("\n"));
    referrals.writeByHouse(one.id(), one.organisation(), text);
  }
}
