package org.passerelle.protect.sharing.handover.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.pages.WrittenFields;
import org.springframework.stereotype.Component;

/** Labels of the fields of a hand-over and its steps. */
@Component
class HandOverFields extends WrittenFields {
  HandOverFields() {
    super(
        Pattern.compile("/protect/(cases/[^/]+/)?handovers(/.*)?"),
        Map.ofEntries(
            Map.entry("answer", "handover.answer-by"),
            Map.entry("request", "referral.request"),
            Map.entry("on", "handover.on"),
            Map.entry("authority", "handover.authority"),
            Map.entry("place", "handover.place"),
            Map.entry("hour", "handover.hour"),
            Map.entry("told", "handover.told"),
            Map.entry("words", "handover.words"),
            Map.entry("contact", "handover.contact")));
  }
}
