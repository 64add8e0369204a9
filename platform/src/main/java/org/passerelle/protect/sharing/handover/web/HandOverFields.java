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
            Map.entry("answer", "crossborder.answer-by"),
            Map.entry("request", "referral.request"),
            Map.entry("on", "crossborder.on"),
            Map.entry("authority", "crossborder.authority"),
            Map.entry("place", "crossborder.place"),
            Map.entry("hour", "crossborder.hour"),
            Map.entry("told", "crossborder.told"),
            Map.entry("words", "crossborder.words"),
            Map.entry("contact", "crossborder.contact")));
  }
}
