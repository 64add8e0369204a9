package org.passerelle.protect.identity.elsewhere.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.pages.WrittenFields;
import org.springframework.stereotype.Component;

/** Labels of the fields of a question and its answer. */
@Component
class ElsewhereFields extends WrittenFields {
  ElsewhereFields() {
    super(
        Pattern.compile("/protect/(cases/[^/]+/)?elsewhere(/.*)?"),
        Map.ofEntries(
            Map.entry("until", "elsewhere.until"),
            Map.entry("reason", "elsewhere.basis.reason"),
            Map.entry("contact", "elsewhere.contact.give")));
  }
}
