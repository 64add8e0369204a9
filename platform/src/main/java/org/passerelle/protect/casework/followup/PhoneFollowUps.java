package org.passerelle.protect.casework.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Visits reported from phones. */
@Service
public class PhoneFollowUps {
  private final FollowUpRows rows;
  private final FollowUps followUps;
  private final CaseForms forms;

  PhoneFollowUps(FollowUpRows rows, FollowUps followUps, CaseForms forms) {
    this.rows = rows;
    this.followUps = followUps;
    this.forms = forms;
  }

  /** The case of a follow-up of an organisation, for automatic processing. */
  @Transactional(readOnly = true)
  public Optional<UUID> caseOf(UUID followUp, UUID organisation) {
    return rows.caseOf(followUp, organisation);
  }

  /** Follow-ups of these cases, for automatic processing. */
  @Transactional(readOnly = true)
  public List<UUID> ofCases(Collection<UUID> cases) {
    return rows.ofCases(cases);
  }

  /** Whether nobody has reported it yet; locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isToBeMade(UUID caseId, UUID followUp) {
    return rows.hold(caseId, followUp)
        .filter(one -> one.planned() && one.form() == null)
        .isPresent();
  }

  /**
   * The next planned follow-up of a case that nobody is reporting at this moment; locked until the
   * transaction ends, so that two visits do not report the same one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UUID> next(UUID caseId, SignedIn who) {
    return followUps.inTurn(caseId, who).stream()
        .map(FollowUp::id)
        .filter(one -> isToBeMade(caseId, one))
        .findFirst();
  }

  /** Records that the person was not reached, without a form. */
  @Transactional
  public void inVain(UUID caseId, UUID followUp, SignedIn who) {
    followUps.inVain(caseId, followUp, "", who);
  }

  /**
   * Reports a follow-up. If a required answer is missing, the form becomes a draft in the case and
   * the follow-up remains planned.
   *
   * @param followUp follow-up concerned; null for a form of the case alone
   * @param at time of the visit or call
   * @throws NotFound if no such case is visible to this user
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
