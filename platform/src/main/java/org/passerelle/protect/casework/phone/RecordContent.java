package org.passerelle.protect.casework.phone;

import java.util.List;
import org.passerelle.forms.answers.BroughtAnswers;

/**
 * Stored content of a record besides what it became, encrypted: the proof of its author, and
 * answers that could not be processed.
 *
 * @param signed as signed by the phone, compact form of RFC 7515
 * @param clockOff seconds by which the phone's clock was ahead
 * @param afterLost whether it was delivered after the phone was reported lost
 * @param notTaken answers that could not be processed
 */
record RecordContent(
    String signed, long clockOff, boolean afterLost, List<BroughtAnswers.NotTaken> notTaken) {
  static final String PLACE = "phone_record.content";

  RecordContent {
    notTaken = List.copyOf(notTaken);
  }
}
