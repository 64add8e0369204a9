package org.passerelle.prosecute.exhibit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.redaction.PageImages;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.RedactionArea;

/**
 * What the page of redaction shows.
 *
 * @param number the page of the document, from 1
 * @param copy a redacted copy to compare with, or null
 */
public record RedactionView(
    Exhibit exhibit,
    int number,
    PageImages.Page page,
    List<RedactionArea> areas,
    List<Exhibit> copies,
    @Nullable Exhibit copy) {
  public RedactionView {
    areas = List.copyOf(areas);
    copies = List.copyOf(copies);
  }

  /** Those on the page that is shown. */
  public List<RedactionArea> here() {
    return areas.stream().filter(one -> one.area().page() == number).toList();
  }
}
