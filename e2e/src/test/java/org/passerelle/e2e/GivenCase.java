package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The only case of a regional node, handed over to another country through the pages. */
final class GivenCase {
  private static final String OPTION = "<option value=\"([0-9a-f-]{36})\"[^>]*>";
  private static final Pattern BASIS = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
  private static final Pattern CASE = Pattern.compile("/protect/cases/[0-9a-f-]{36}");

  private GivenCase() {}

  /** Sends it without a journey, on a legal basis; returns its identifier. */
  static String to(String country, Client who) {
    String file = first(CASE, who.get("/protect/cases").body(), 0);
    String page = who.get(file + "/handovers/new").body();
    String recipient = first(Pattern.compile(OPTION + country), page, 1);
    String content =
        who.post(
                file + "/handovers",
                "recipient",
                recipient,
                "returns",
                "no",
                "purpose",
                "family_tracing",
                "acknowledge",
                "24",
                "answer",
                LocalDate.now(ZoneOffset.UTC).plusDays(9).toString(),
                "request",
                "Please look for her family")
            .location();
    who.get(file + "/grounds/new?recipient=" + recipient + "&purpose=family_tracing");
    assertThat(
            who.post(
                    file + "/grounds",
                    "recipient",
                    recipient,
                    "purpose",
                    "family_tracing",
                    "kind",
                    "law",
                    "reason",
                    "Article 12",
                    "categories",
                    "identity",
                    "categories",
                    "case",
                    "transfer",
                    "appropriate_safeguards")
                .status())
        .isEqualTo(302);
    String basis = first(BASIS, who.get(content).body().replaceAll("(?s)^.*id=\"basis\"", ""), 1);
    who.post(content, "fields", "known_as", "basis", basis, "step", "review");
    String referral = content.replaceAll("/content$", "");
    who.get(referral + "/review");
    assertThat(who.post(referral + "/send").location()).isEqualTo(referral);
    return referral.replaceAll(".*/", "");
  }

  private static String first(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(group);
  }
}
