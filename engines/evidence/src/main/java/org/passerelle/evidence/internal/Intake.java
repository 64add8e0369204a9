package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Disclosure;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Progress;
import org.passerelle.evidence.Signatory;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;

/** Takes in exhibits: measures each and rejects those that a court could not use. */
public final class Intake {
  private static final int MOST = 5_000;
  private final CaseFile file;
  private final Signatory by;
  private final Instant at;

  private Intake(CaseFile file, Signatory by, Instant at) {
    this.file = file;
    this.by = by;
    this.at = at;
  }

  /** All exhibits of a case file; throws {@link BadCaseFile} at the first unsuitable one. */
  public static List<Item> of(CaseFile file, Signatory by, Instant at, Progress progress) {
    refuseUnclear(file.exhibits());
    for (String number : file.chains().keySet()) {
      if (file.exhibits().stream().noneMatch(exhibit -> exhibit.number().equals(number))) {
        throw new BadCaseFile(
            "There is custody of exhibit %s, but no such exhibit. Maybe it is missing."
                .formatted(number));
      }
    }
    Intake intake = new Intake(file, by, at);
    List<Item> items = new ArrayList<>();
    for (Exhibit exhibit : file.exhibits()) {
      progress.at("taking in", items.size() / (double) file.exhibits().size());
      items.add(intake.take(exhibit));
    }
    return items;
  }

  private Item take(Exhibit exhibit) {
    boolean included =
        file.version() == Version.PROSECUTION || exhibit.disclosure() == Disclosure.BOTH;
    if (!included && exhibit.keptBack().isBlank()) {
      throw new BadCaseFile(
          "Exhibit %s is withheld from the defence without a reason. Maybe add one."
              .formatted(exhibit.number()));
    }
    Measure.Taken taken;
    try {
      try (InputStream in = exhibit.content().open()) {
        taken = Measure.of(in, OutputStream.nullOutputStream());
      }
      if (PdfRefusals.concerns(exhibit)) {
        refuse(exhibit, PdfRefusals.of(exhibit));
      }
    } catch (IOException e) {
      throw new BadCaseFile(
          "Exhibit %s, %s, cannot be read (%s). Maybe check its permissions or its disk."
              .formatted(exhibit.number(), exhibit.fileName(), e.getMessage()),
          e);
    }
    return new Item(exhibit, taken, chain(exhibit, taken), included);
  }

  private static void refuse(Exhibit exhibit, Optional<String> why) {
    if (why.isPresent()) {
      throw new BadCaseFile(
          "Exhibit %s, %s: %s".formatted(exhibit.number(), exhibit.fileName(), why.get()));
    }
  }

  private CustodyChain chain(Exhibit exhibit, Measure.Taken taken) {
    CustodyChain kept = file.chains().get(exhibit.number());
    if (kept == null) {
      return CustodyChain.begin(exhibit.number(), taken.digests(), by, at, "", "");
    }
    CustodyChain checked;
    try {
      checked =
          CustodyChain.read(
              exhibit.number(),
              kept.entries().stream().map(CustodyEntry::line).toList(),
              file.certificates().with(by.certificate()));
    } catch (BrokenChain e) {
      throw new BadCaseFile(e.getMessage() + " Maybe a part of it is missing.", e);
    }
    if (!checked.digests().equals(taken.digests())) {
      throw new BadCaseFile(
          "Exhibit %s, %s, differs from what was taken in: %s there, %s here. Maybe it is another file."
              .formatted(
                  exhibit.number(),
                  exhibit.fileName(),
                  checked.digests().sha256(),
                  taken.digests().sha256()));
    }
    return checked;
  }

  private static void refuseUnclear(List<Exhibit> exhibits) {
    if (exhibits.isEmpty()) {
      throw new BadCaseFile("There is no exhibit. Maybe you mean another folder.");
    }
    if (exhibits.size() > MOST) {
      throw new BadCaseFile(
          "There are %d exhibits; a case file can contain %d. Maybe split it into volumes."
              .formatted(exhibits.size(), MOST));
    }
    Map<String, Exhibit> byNumber = new LinkedHashMap<>();
    Set<String> paths = new HashSet<>();
    for (Exhibit exhibit : exhibits) {
      // on many file systems, names that differ only in case are the same file
      if (byNumber.put(exhibit.number(), exhibit) != null
          || !paths.add(exhibit.number().toLowerCase(Locale.ROOT))) {
        throw new BadCaseFile(
            "Two exhibits have the number %s. Maybe renumber one of them."
                .formatted(exhibit.number()));
      }
    }
    refuseCircles(byNumber);
  }

  /** Every derived exhibit leads to an original (depth-first search, linear time). */
  private static void refuseCircles(Map<String, Exhibit> byNumber) {
    Map<String, Boolean> done = new HashMap<>();
    for (String number : byNumber.keySet()) {
      follow(number, byNumber, done, new ArrayDeque<>());
    }
  }

  private static void follow(
      String number, Map<String, Exhibit> byNumber, Map<String, Boolean> done, Deque<String> way) {
    if (Boolean.FALSE.equals(done.get(number))) {
      throw new BadCaseFile(
          "Exhibit %s is derived from itself, by way of %s. Maybe one of them is an original."
              .formatted(number, String.join(", ", way)));
    }
    if (done.containsKey(number)) {
      return;
    }
    Exhibit exhibit = byNumber.get(number);
    if (exhibit == null) {
      throw new BadCaseFile(
          "Exhibit %s is derived from %s, which is not there. Maybe add its source."
              .formatted(way.peekLast(), number));
    }
    done.put(number, false);
    way.addLast(number);
    for (String source : exhibit.derivedFrom()) {
      follow(source, byNumber, done, way);
    }
    way.removeLast();
    done.put(number, true);
  }
}
