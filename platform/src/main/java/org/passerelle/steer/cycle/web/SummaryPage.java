package org.passerelle.steer.cycle.web;

import java.util.List;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Summaries;

/**
 * The public summary of a report or programme.
 *
 * @param title title with its year
 * @param bodies names of the bodies that approved it
 */
public record SummaryPage(
    Summaries.Summary summary, String title, List<String> paragraphs, List<String> bodies) {
  public SummaryPage {
    paragraphs = List.copyOf(paragraphs);
    bodies = List.copyOf(bodies);
  }

  /** A row of the list. */
  public record Line(String href, String title, CycleDocument document) {}
}
