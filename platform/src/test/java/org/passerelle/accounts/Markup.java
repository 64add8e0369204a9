package org.passerelle.accounts;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The markup of a page as a browser reads it: where a template breaks its lines does not matter. A
 * test that looks for {@code name="a" value="b"} finds it whether both attributes stand in one line
 * or in two.
 */
public final class Markup {
  private static final Pattern KEPT =
      Pattern.compile("(<(textarea|pre|script|style)\\b[^>]*>)(.*?</\\2>)", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>");
  private static final Pattern BREAK_IN_TAG = Pattern.compile("\"[^\"]*\"|\\s*\\n\\s*");

  private static final Pattern BEFORE_TEXT = Pattern.compile("\\s*\\n\\s*(?=[^\\s<])");
  private static final Pattern BEFORE_WORD =
      Pattern.compile("\\s*\\n\\s*(?=<(?:a|span|strong|em|code|small|time|abbr|bdi|b|i)\\b)");
  private static final Pattern BEFORE_TAG = Pattern.compile("\\s*\\n\\s*(?=<)");

  private Markup() {}

  /**
   * The same page without the line breaks of its templates, except in fields and what is
   * preformatted.
   */
  public static String withoutBreaks(String html) {
    StringBuilder all = new StringBuilder();
    Matcher kept = KEPT.matcher(html);
    int from = 0;
    while (kept.find()) {
      all.append(joined(html.substring(from, kept.end(1)))).append(kept.group(3));
      from = kept.end();
    }
    return all.append(joined(html.substring(from))).toString();
  }

  private static String joined(String html) {
    String tags =
        TAG.matcher(html)
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(
                        BREAK_IN_TAG.matcher(tag.group()).replaceAll(Markup::outsideQuotes)));
    String words = BEFORE_WORD.matcher(BEFORE_TEXT.matcher(tags).replaceAll(" ")).replaceAll(" ");
    return BEFORE_TAG.matcher(words).replaceAll("");
  }

  private static String outsideQuotes(MatchResult found) {
    return found.group().startsWith("\"") ? Matcher.quoteReplacement(found.group()) : " ";
  }
}
