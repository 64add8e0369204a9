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
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z](?:[^<>\"]|\"[^\"]*\")*>");
  private static final Pattern BREAK_IN_TAG = Pattern.compile("\"[^\"]*\"|\\s*\\n\\s*");

  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern BREAK_AT_END = Pattern.compile("\\n\\s*$");

  /** A tag before which a line break counts as a blank. */
  private static final Pattern BEFORE_WORD =
      Pattern.compile("^<(?:a|span|strong|em|code|small|time|abbr|bdi|b|i)\\b");

  private Markup() {}

  /**
   * The same page without the line breaks of its templates, except in fields and preformatted text.
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
    StringBuilder all = new StringBuilder();
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      all.append(text(html.substring(from, tag.start()), tag.group()))
          .append(BREAK_IN_TAG.matcher(tag.group()).replaceAll(Markup::outsideQuotes));
      from = tag.end();
    }
    return all.append(text(html.substring(from), "")).toString();
  }

  private static String text(String text, String next) {
    String joined = BREAK.matcher(text).replaceAll(" ");
    boolean ends = BREAK_AT_END.matcher(text).find() && !BEFORE_WORD.matcher(next).find();
    return ends ? joined.stripTrailing() : joined;
  }

  private static String outsideQuotes(MatchResult found) {
    return found.group().startsWith("\"") ? Matcher.quoteReplacement(found.group()) : " ";
  }
}
