package org.passerelle.protect.casework.urgency.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.urgency.Judgement;

/**
 * View of the urgency of a case with its signs and judgements.
 *
 * @param signs gravest first, regardless of judgements
 * @param judged judgements, newest first
 * @param names names of colleagues
 */
public record UrgencyPage(
    Case file,
    List<DangerSource.Sign> signs,
    List<Judgement> judged,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {

  /** Whether a sign is overridden by a judgement, until a new sign appears. */
  public boolean overruled(DangerSource.Sign sign) {
    return !judged.isEmpty() && !sign.since().isAfter(judged.get(0).at());
  }
}
