package org.passerelle.protect.phone;

import java.util.List;
import org.passerelle.forms.BroughtAnswers;

/**
 * What is kept of a record beside what it became, sealed: the proof of who filled it in, and
 * whatever could not be taken over.
 *
 * @param signed as the phone signed it, compact form of RFC 7515
 * @param clockOff seconds by which the phone's clock was ahead
 * @param afterLost whether it came after the phone was said to be lost
 * @param notTaken answers that could not be taken
 */
record RecordContent(
    String signed, long clockOff, boolean afterLost, List<BroughtAnswers.NotTaken> notTaken) {
  static final String PLACE = "phone_record.content";

  RecordContent {
    notTaken = List.copyOf(notTaken);
  }
}
