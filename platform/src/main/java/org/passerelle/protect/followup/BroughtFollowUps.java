package org.passerelle.protect.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answers;
import org.passerelle.forms.FormDefinition;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.intake.CaseForms;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits that were told elsewhere, where there was no network. */
@Service
public class BroughtFollowUps {
  private final FollowUpRows rows;
  private final FollowUps followUps;
  private final CaseForms forms;

  BroughtFollowUps(FollowUpRows rows, FollowUps followUps, CaseForms forms) {
    this.rows = rows;
    this.followUps = followUps;
    this.forms = forms;
  }

  /** The case of a follow-up of an organisation, for what the house itself does. */
  @Transactional(readOnly = true)
  public Optional<UUID> caseOf(UUID followUp, UUID organisation) {
    return rows.caseOf(followUp, organisation);
  }

  /** All of these cases, for what the house itself does. */
  @Transactional(readOnly = true)
  public List<UUID> ofCases(Collection<UUID> cases) {
    return rows.ofCases(cases);
  }

  /** Whether nobody has told it yet; held until the end of the transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isToBeMade(UUID caseId, UUID followUp) {
    return rows.hold(caseId, followUp)
        .filter(one -> one.planned() && one.form() == null)
        .isPresent();
  }

  /**
   * The next one of a case that is to be made and that nobody tells at this moment; held until the
   * end of the transaction, so that two visits do not tell the same one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> next(UUID caseId, SignedIn who) {
    return followUps.inTurn(caseId, who).stream()
        .map(FollowUp::id)
        .filter(one -> isToBeMade(caseId, one))
        .findFirst();
  }

  /** Nobody was reached, and no form tells more of it. */
  @Transactional
  public void inVain(UUID caseId, UUID followUp, SignedIn who) {
    followUps.inVain(caseId, followUp, "", who);
  }

  /**
   * Tells it. Where a required answer is missing, the form is a draft in the case and the follow-up
   * is still to be made.
   *
   * @param followUp that it is about; null for a form of the case alone
   * @param at when it was
   * @throws NotFound if there is no such case for this user
   */
  @Transactional
  public void tell(
      UUID caseId,
      @Nullable UUID followUp,
      FormDefinition form,
      Answers answers,
      Instant at,
      SignedIn who) {
    UUID begun = forms.bring(caseId, form, answers, at, who);
    if (followUp != null) {
      rows.begin(followUp, begun);
    }
    forms.handIn(caseId, begun, at, who);
  }
}
