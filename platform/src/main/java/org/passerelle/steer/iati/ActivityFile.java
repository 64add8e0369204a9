package org.passerelle.steer.iati;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import org.passerelle.register.Facts;

/**
 * Writes the programme of a year as an IATI 2.03 activity file, one activity at a time, so that
 * size is not limited by memory.
 */
public final class ActivityFile {
  private final Facts facts;
  private final Publisher publisher;
  private final Clock clock;

  /**
   * @param facts the register
   * @param publisher the publishing organisation
   * @param clock time of writing: nothing in the file is later
   */
  public ActivityFile(Facts facts, Publisher publisher, Clock clock) {
    this.facts = facts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Writes the file; the stream is left open.
   *
   * @return what it contains and what was left out
   */
  public ProgrammeYear write(int year, OutputStream target) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    ProgrammeYear programme = ProgrammeYear.of(facts, year);
    try {
      XmlLines out = new XmlLines(target);
      out.open("iati-activities", "version", "2.03", "generated-datetime", now.toString());
      ActivityElement element = new ActivityElement(out, facts, publisher, year, now);
      for (ProgrammeYear.Activity activity : programme.activities()) {
        element.write(activity);
      }
      out.close();
      out.end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(
          "The programme of %d cannot be written: %s.%nMaybe the disk is full."
              .formatted(year, e.getMessage()),
          e);
    }
    return programme;
  }
}
