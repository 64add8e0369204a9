package org.passerelle.protect.handover;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.accounts.Addressees;
import org.passerelle.language.Languages;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.referral.Referrals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One person is not given to two countries by mistake: each would prepare a journey and wait. Where
 * it is meant, both are told, in all languages of the house, since nobody knows who reads.
 */
@Component
class AlsoGiven {
  private static final String LEAVES = "referral.queued";
  private final HandOverRows rows;
  private final Referrals referrals;
  private final Addressees organisations;
  private final Languages languages;

  AlsoGiven(HandOverRows rows, Referrals referrals, Addressees organisations, Languages languages) {
    this.rows = rows;
    this.referrals = referrals;
    this.organisations = organisations;
    this.languages = languages;
  }

  /**
   * Asked when one is begun, so that nobody chooses what goes along in vain.
   *
   * @throws Refused if another country has the person and it is not meant
   */
  void refuse(UUID caseId, UUID organisation, UUID recipient, boolean onPurpose) {
    if (!onPurpose && !others(caseId, organisation, recipient).isEmpty()) {
      throw new Refused("crossborder.refused.given-elsewhere").at("also");
    }
  }

  /** Asked once more when it leaves: another one may have left meanwhile. */
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

  private List<HandOver> others(UUID caseId, UUID organisation, UUID recipient) {
    return rows.sentOf(caseId, organisation).stream()
        .filter(h -> h.open() && !h.other().equals(recipient))
        .toList();
  }

  private void tell(HandOver one, UUID elsewhere) {
    String text =
        languages.all().stream()
            .map(
                language ->
                    languages
                        .texts(language)
                        .text("crossborder.also.told", organisations.name(elsewhere, language)))
            .distinct()
            .collect(Collectors.joining("\n"));
    referrals.writeByHouse(one.id(), one.organisation(), text);
  }
}
