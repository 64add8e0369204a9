package org.passerelle.evidence;

/** Renders the index of a case file as PDF/A-3 (ISO 19005-3). */
@FunctionalInterface
public interface Press {
  /**
   * Renders a page.
   *
   * @param language BCP 47 tag of its text
   * @param page XHTML with its language, title and style
   * @return a PDF/A-3
   */
  byte[] pdf(String language, String page);
}
