package org.passerelle.steer.letter.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * French ordinals with their endings raised, 1<sup>er</sup> and 27<sup>e</sup>, as the Imprimerie
 * nationale sets them. They come from dates, figures and whatever people wrote, so they are raised
 * in the page that is made of all of these.
 */
public final class Ordinals {
  /** What is not text for readers, a tag with its attributes, or a piece of text. */
  public static final Pattern PIECE =
      Pattern.compile(
          "<(title|style|text|desc|sup)\\b[^>]*>.*?</\\1>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+",
          Pattern.DOTALL);

  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(\\p{Nd}{1,3}|[IVX]{1,5})(ers?|res?|nde?s?|es?)(?![\\p{L}\\p{N}])");

  private Ordinals() {}

  /** The page with its ordinals raised. */
  public static String raised(String page) {
    return raised(page, "", "");
  }

  /**
   * The same for paper. The engine writes the text of a line first and its inline elements after
   * it, so that a reader who copies would get “27 session” and then “e”; what stands around an
   * ending is an element, too.
   */
  public static String raisedForPaper(String page) {
    return raised(page, "<span>", "</span>");
  }

  private static String raised(String page, String open, String close) {
    StringBuilder raised = new StringBuilder(page.length() + 500);
    Matcher piece = PIECE.matcher(page);
    while (piece.find()) {
      Matcher ordinal = ORDINAL.matcher(piece.group());
      raised.append(
          piece.group().startsWith("<") || !ordinal.find()
              ? piece.group()
              : open
                  + ordinal.replaceAll("$1" + close + "<sup class=\"ordinal\">$2</sup>" + open)
                  + close);
    }
    return raised.toString();
  }
}
