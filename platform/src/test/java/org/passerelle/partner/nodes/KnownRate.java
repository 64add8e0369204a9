package org.passerelle.partner.nodes;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.sharing.htcds.Imports;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Upload;

/**
 * A batch of questions against many findable files over two nodes: {@code KnownRate [FILES
 * [near]]}, 200,000 unless told; near matches as well where it is asked for. Two houses in one
 * process, one on H2 that asks and one on PostgreSQL that is asked; the files come in as an import.
 * Half of a day's hundred questions begin the day's set, the other half find it standing. Prints
 * CPU seconds of the process, both houses, the wire of the tests and the collector among them; the
 * database server's are its own.
 */
public final class KnownRate extends TwoNodes {
  private static final int HALF = 50;

  /** What one colleague asks in a day stays below the limit. */
  private static final int OF_A_COLLEAGUE = 25;

  private static final double SECOND = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Number of files. */
  public static void main(String[] arguments) throws IOException {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    near = arguments.length > 1 && arguments[1].equals("near");
    twoHouses();
    try {
      KnownRate rate = new KnownRate();
      rate.introduced();
      List<GeneratedRecord> sought = rate.filled(files);
      double first = rate.asked(sought.subList(0, HALF));
      double cached = rate.asked(sought.subList(HALF, HALF * 2));
      System.out.printf(
          Locale.ROOT,
          "%d files: %d questions and the day's set %.1f s of CPU; %d more %.1f s; %d files found, near"
              + " ones among them where these are looked for; heap %d MB%n",
          files,
          HALF,
          first,
          HALF,
          cached,
          new KnownScenes(athens).hits(rate.scene.recipient()).size(),
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    } finally {
      closed();
    }
    System.exit(0);
  }

  /** Enters the files and lets the other side find them; second records of a hundred of them. */
  private List<GeneratedRecord> filled(int files) throws IOException {
    RecordGenerator generator = RecordGenerator.load();
    StringBuilder csv =
        new StringBuilder(
            "record_id,prs_FirstName,prs_SecondName,prs_Birthdate,prs_IdentityNumber,prs_MobilePhone,"
                + "vic_TraffickingStatus,cas_Status,cas_IncomingReferralDate\n");
    List<GeneratedRecord> sought = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      List<GeneratedRecord> records = generator.recordsOf(1, i);
      GeneratedRecord one = records.get(0);
      csv.append("r%d,".formatted(i))
          .append(quoted(one.givenName()))
          .append(quoted(one.surname()))
          .append(quoted(one.dateOfBirth()))
          .append(quoted(one.document()))
          .append(quoted(one.phone()))
          .append("PossibleVictimOfTrafficking,Active,2025-05-11\n");
      if (records.size() > 1 && sought.size() < HALF * 2 && canBeAsked(records.get(1))) {
        sought.add(records.get(1));
      }
    }
    double began = cpu();
    SignedIn who = scene.recipient();
    Imports imports = athens.get(Imports.class);
    Texts texts = athens.get(Languages.class).texts(new Language("en"));
    LocalDate today = LocalDate.ofInstant(athens.clock().instant(), ZoneOffset.UTC);
    UUID check =
        imports.receive(
            new Upload(
                "r.csv", new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8))),
            null,
            who);
    imports.check(check, texts, today, who);
    worked(check, who);
    worked(imports.enter(check, texts, today, who), who);
    int open =
        athens
            .db()
            .sql(
                """
                insert into case_findable (case_id, by_organisation, at, by_user)
                select id, :asker, current_timestamp, :user from protect_case where organisation = :own
                """)
            .param("asker", scene.sender().organisation())
            .param("user", who.user())
            .param("own", who.organisation())
            .update();
    System.out.printf(Locale.ROOT, "%d files entered, %.0f s of CPU%n", open, cpu() - began);
    return sought;
  }

  private static boolean canBeAsked(GeneratedRecord one) {
    return !one.givenName().isEmpty() && !one.surname().isEmpty() && !one.dateOfBirth().isEmpty();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\",";
  }

  private static void worked(UUID id, SignedIn who) {
    BackgroundWork work = athens.get(BackgroundWork.class);
    Awaitility.await()
        .atMost(Duration.ofMinutes(60))
        .until(() -> !work.find(id, who).state().goesOn());
  }

  private double asked(List<GeneratedRecord> some) {
    KnownScenes here = new KnownScenes(skopje);
    List<UUID> files = new ArrayList<>();
    List<SignedIn> colleagues = new ArrayList<>();
    for (GeneratedRecord one : some) {
      if (files.size() % OF_A_COLLEAGUE == 0) {
        colleagues.add(
            skopje.colleague(scene.sender().organisation(), Role.CASE_MANAGER, Role.SUPERVISOR));
      }
      files.add(
          SomeCase.in("RS")
              .named(one.givenName() + " " + one.surname())
              .born(one.dateOfBirth())
              .nationalities("AL")
              .asylum("none")
              .open(skopje, colleagues.get(colleagues.size() - 1)));
    }
    double began = cpu();
    long clock = System.nanoTime();
    List<UUID> questions = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Question question =
          here.ask(
              files.get(i),
              scene.recipient().organisation(),
              null,
              colleagues.get(i / OF_A_COLLEAGUE));
      questions.add(question.id());
    }
    KnownScenes there = new KnownScenes(athens);
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> questions.stream().allMatch(there::compared));
    System.out.printf(
        Locale.ROOT,
        "%d questions compared after %.0f s on the clock%n",
        files.size(),
        (System.nanoTime() - clock) / SECOND);
    return cpu() - began;
  }

  private static double cpu() {
    return MACHINE.getProcessCpuTime() / SECOND;
  }
}
