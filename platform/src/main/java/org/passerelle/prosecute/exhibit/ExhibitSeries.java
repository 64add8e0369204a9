package org.passerelle.prosecute.exhibit;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Order;
import org.passerelle.work.Progress;
import org.passerelle.work.Upload;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Many files at once, as a search of a flat yields them: each becomes an exhibit of its own, and
 * those that wait are taken in under one confirmation (decision 0189). Safe for concurrent use.
 */
@Service
public class ExhibitSeries {
  /** Most files of one form. */
  public static final int MOST = 500;

  /** The kind of background work that takes them in. */
  public static final String WORK = "exhibit.take-in";

  private final Exhibits exhibits;
  private final ExhibitUploads uploads;
  private final ExhibitIntake intake;
  private final ExhibitRows rows;
  private final OfficerKeys keys;
  private final BackgroundWork work;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  ExhibitSeries(
      Exhibits exhibits,
      ExhibitUploads uploads,
      ExhibitIntake intake,
      ExhibitRows rows,
      OfficerKeys keys,
      BackgroundWork work,
      InvestigationSight sight,
      InvestigationRecord records) {
    this.exhibits = exhibits;
    this.uploads = uploads;
    this.intake = intake;
    this.rows = rows;
    this.keys = keys;
    this.work = work;
    this.sight = sight;
    this.records = records;
  }

  /** Path of the page of an investigation. */
  public static String at(UUID investigation) {
    return exhibits(investigation) + "/several";
  }

  private static String exhibits(UUID investigation) {
    return "/prosecute/investigations/" + investigation + "/exhibits";
  }

  /**
   * What became of the files of a form.
   *
   * @param arrived number of files that wait to be taken in
   * @param left those that were refused
   * @param more whether there were more than {@link #MOST}; the rest was not read
   */
  public record Received(int arrived, List<Left> left, boolean more) {
    public Received {
      left = List.copyOf(left);
    }
  }

  /**
   * A file that was refused.
   *
   * @param name of the file, made harmless
   */
  public record Left(String name, Refused why) {}

  /** Files that wait to be taken in, by number. */
  @Transactional(readOnly = true)
  public List<WaitingExhibit> waiting(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.waiting(investigation);
  }

  /**
   * Refuses what no file of a series could be taken for.
   *
   * @throws NotFound if the user is not on the team
   * @throws Refused if the investigation is closed, or the words name a shelter
   */
  @Transactional(readOnly = true)
  public void check(UUID investigation, Exhibit.Draft alike, SignedIn who) {
    sight.checkOpen(investigation, who);
    records.check(alike.words().texts(), who);
  }

  /**
   * Describes an exhibit for each file, by the file's name and otherwise alike, and receives the
   * file. In no transaction of its own length. One file that is refused does not stop the others.
   *
   * @throws IOException if the connection breaks; what arrived whole before stays
   */
  public Received receive(UUID investigation, Exhibit.Draft alike, Upload.Files files, SignedIn who)
      throws IOException {
    List<Left> left = new ArrayList<>();
    int arrived = 0;
    for (int i = 0; i < MOST; i++) {
      Optional<Upload> file = files.next();
      if (file.isEmpty()) {
        return new Received(arrived, left, false);
      }
      try {
        receive(investigation, alike, file.get(), who);
        arrived++;
      } catch (Refused refused) {
        left.add(new Left(FileNames.plain(file.get().name()), refused));
      }
    }
    return new Received(arrived, left, files.next().isPresent());
  }

  private void receive(UUID investigation, Exhibit.Draft alike, Upload file, SignedIn who)
      throws IOException {
    // an empty file is refused before it takes a number
    PushbackInputStream content = new PushbackInputStream(file.content());
    int first = content.read();
    if (first < 0) {
      throw new Refused("exhibit.refused.empty");
    }
    content.unread(first);
    UUID exhibit =
        exhibits.describe(investigation, alike.titled(FileNames.plain(file.name())), who);
    uploads.receive(investigation, exhibit, new Upload(file.name(), content), who);
  }

  /**
   * Takes in files that wait, in the background, each in a transaction of its own with its own
   * signed line. One that has a problem, was taken in meanwhile or replaced is left and counted.
   *
   * @param chosen uploads that the user saw
   * @return identifier of the work
   * @throws Refused if the investigation is closed, the words name a shelter, or the user has no
   *     key
   */
  @Transactional
  public UUID takeIn(UUID investigation, Set<UUID> chosen, CustodyWords words, SignedIn who) {
    sight.checkOpen(investigation, who);
    records.check(words.texts(), who);
    keys.newest(who);
    records.log(investigation, "exhibit.series", Map.of("exhibits", "" + chosen.size()), who);
    return work.start(
        Order.forADay(WORK, at(investigation)),
        progress -> run(investigation, chosen, words, who, progress),
        who);
  }

  private void run(
      UUID investigation, Set<UUID> chosen, CustodyWords words, SignedIn who, Progress progress) {
    List<WaitingExhibit> waiting =
        waiting(investigation, who).stream()
            .filter(one -> chosen.contains(one.file().id()))
            .toList();
    progress.expect(waiting.size());
    progress.leadTo(at(investigation));
    int taken = 0;
    for (WaitingExhibit one : waiting) {
      try {
        intake.takeIn(investigation, one.exhibit(), one.file().id(), false, words, who);
        taken++;
      } catch (Refused | NotFound left) {
        // it stays on the page, where it is decided about by itself
      }
      progress.figure("taken", taken);
      progress.done(1);
    }
    int left = chosen.size() - taken;
    if (left > 0) {
      progress.figure("left", left);
    } else {
      progress.leadTo(exhibits(investigation));
    }
  }
}
