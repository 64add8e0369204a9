package org.passerelle.protect.casework.cases;

import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;

/**
 * A notice that a reader must see first on opening a case, for example that it was handed to them,
 * that they have emergency access, or that its closure awaits approval. Each source is one bean;
 * most cases have no notice.
 */
public interface CaseNotice {

  /** The notice to show above the case, if any. */
  Optional<Note> of(Case file, SignedIn who, Page page);

  /**
   * One notice.
   *
   * @param kind {@code warn}, {@code danger} or empty
   * @param icon name of the icon
   * @param head one sentence
   * @param text further explanation, may be empty
   * @param action URL of a form that responds to it, or empty
   * @param button label of the form's button
   * @param href URL with further details, or empty
   * @param link label of that link
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

    /** A notice without a link. */
    public Note(String kind, String icon, String head, String text, String action, String button) {
      this(kind, icon, head, text, action, button, "", "");
    }

    /** A copy with a link to further details. */
    public Note leading(String to, String words) {
      return new Note(kind, icon, head, text, action, button, to, words);
    }
  }
}
