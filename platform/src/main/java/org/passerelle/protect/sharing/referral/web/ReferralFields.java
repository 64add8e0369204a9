package org.passerelle.protect.sharing.referral.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.pages.WrittenFields;
import org.springframework.stereotype.Component;

/** Labels of the fields of a referral and its answers. */
@Component
class ReferralFields extends WrittenFields {
  ReferralFields() {
    super(
        Pattern.compile("/protect/(cases/[^/]+/)?(referrals|received)(/.*)?"),
        Map.ofEntries(
            Map.entry("deadline", "referral.deadline"),
            Map.entry("request", "referral.request"),
            Map.entry("place", "referral.place"),
            Map.entry("why", "referral.decline.why"),
            Map.entry("reference", "retained.reference"),
            Map.entry("until", "retained.until")));
  }
}
