package org.passerelle.protect.urgency.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.DangerSource;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.urgency.Judgement;

/**
 * How urgent a case is, what speaks for it, and what somebody judged.
 *
 * @param signs the gravest first, whatever was judged
 * @param judged the newest first
 * @param names of colleagues
 */
public record UrgencyPage(
    Case file,
    List<DangerSource.Sign> signs,
    List<Judgement> judged,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {

  /**
   * Whether a judgement stands against a sign, which counts no more until something new is seen.
   */
  public boolean overruled(DangerSource.Sign sign) {
    return !judged.isEmpty() && !sign.since().isAfter(judged.get(0).at());
  }
}
