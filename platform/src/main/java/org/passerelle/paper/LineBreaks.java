package org.passerelle.paper;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;

/** Line breaking by Unicode's rules: never after an apostrophe, unlike the JDK. */
final class LineBreaks implements FSTextBreaker {
  private final BreakIterator lines;

  LineBreaks(Locale locale) {
    this.lines = BreakIterator.getLineInstance(locale);
  }

  @Override
  public int next() {
    return lines.next();
  }

  @Override
  public void setText(String text) {
    lines.setText(text);
  }
}
