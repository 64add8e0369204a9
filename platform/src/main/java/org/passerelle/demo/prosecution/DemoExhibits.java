package org.passerelle.demo.prosecution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.ExhibitIntake;
import org.passerelle.prosecute.exhibit.ExhibitUploads;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.work.Upload;
import org.springframework.stereotype.Component;

/**
 * Exhibits of the invented investigation: one that changed hands, one offered, one not taken in.
 */
@Component
class DemoExhibits {
  private final OfficerKeys keys;
  private final Exhibits exhibits;
  private final ExhibitUploads uploads;
  private final ExhibitIntake intake;
  private final HandOvers handOvers;

  DemoExhibits(
      OfficerKeys keys,
      Exhibits exhibits,
      ExhibitUploads uploads,
      ExhibitIntake intake,
      HandOvers handOvers) {
    this.keys = keys;
    this.exhibits = exhibits;
    this.uploads = uploads;
    this.intake = intake;
    this.handOvers = handOvers;
  }

  /** Enters them, and returns the one that the prosecutor has in hand. */
  UUID enter(DemoCase in) {
    keys.make(in.investigator());
    keys.make(in.prosecutor());
    UUID calls = offered(in, "calls", "origin", "calls.pdf");
    handOvers.take(in.id(), calls, in.prosecutor());
    offered(in, "transfers", "bank", "transfers.csv");
    describe(in, "object", "telephone", "found");
    return calls;
  }

  private UUID describe(DemoCase in, String kind, String title, String origin) {
    return exhibits.describe(
        in.id(),
        new Exhibit.Draft(
            kind,
            new Exhibit.Words(
                in.words(title),
                in.words(origin),
                in.words("record"),
                in.words("seal"),
                in.words("safe"))),
        in.investigator());
  }

  /** Taken in by the investigator and offered to the prosecutor. */
  private UUID offered(DemoCase in, String title, String origin, String file) {
    UUID exhibit = describe(in, "file", title, origin);
    try (InputStream content =
        Objects.requireNonNull(
            DemoExhibits.class.getResourceAsStream("/demo/exhibits/" + file), file)) {
      UUID upload = uploads.receive(in.id(), exhibit, new Upload(file, content), in.investigator());
      intake.takeIn(
          in.id(),
          exhibit,
          upload,
          false,
          new CustodyWords(in.words("office"), in.words("received")),
          in.investigator());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    handOvers.offer(
        in.id(),
        exhibit,
        in.prosecutor().user(),
        new CustodyWords(in.words("office"), in.words("reading")),
        in.investigator());
    return exhibit;
  }
}
