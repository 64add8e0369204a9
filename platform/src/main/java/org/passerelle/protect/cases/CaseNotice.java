package org.passerelle.protect.cases;

import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * Something that whoever opens a case must know first: it was handed to them, they see it in an
 * emergency, its closing waits for a second person. Each source is one bean; most cases have none.
 */
public interface CaseNotice {

  /** What to say above the case, if anything. */
  Optional<Note> of(Case file, SignedIn who, Page page);

  /**
   * One notice.
   *
   * @param kind {@code warn}, {@code danger} or empty
   * @param icon name of the icon
   * @param head one sentence
   * @param text what more there is to know, may be empty
   * @param action address of a form that answers it, or empty
   * @param button words of the form's button
   * @param href where more stands, or empty
   * @param link words of that link
   */
  record Note(
      String kind,
      String icon,
      String head,
      String text,
      String action,
      String button,
      String href,
      String link) {

    /** Without a link. */
    public Note(String kind, String icon, String head, String text, String action, String button) {
      this(kind, icon, head, text, action, button, "", "");
    }

    /** The same with a link to where more stands. */
    public Note leading(String to, String words) {
      return new Note(kind, icon, head, text, action, button, to, words);
    }
  }
}
