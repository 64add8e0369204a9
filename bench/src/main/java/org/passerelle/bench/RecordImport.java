package org.passerelle.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.passerelle.PlatformApplication;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;
import org.passerelle.language.Wording;
import org.passerelle.protect.sharing.htcds.Imports;
import org.passerelle.work.BackgroundWork;
import org.passerelle.work.Upload;
import org.passerelle.work.Work;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Time to check and to enter records of the Human Trafficking Case Data Standard: {@code java
 * org.passerelle.bench.RecordImport [ROWS [JDBC-URL]]}; without a URL, on H2 in a new folder. Each
 * row fills 24 of the 81 fields and becomes a person and a case with their own keys. One row in a
 * hundred is faulty. Prints the times of the check, the entry and a second check, in which every
 * row is already known.
 */
public final class RecordImport {
  private static final String HEADER =
      "record_id,prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,prs_MaritalStatus,"
          + "prs_NumberOfChildren,prs_PrimaryLanguage,prs_Citizenship,prs_IdentityNumber,"
          + "prs_MobilePhone,prs_MailingCity,prs_MailingCountry,vic_TraffickingStatus,"
          + "vic_AgeWhenTrafficked,vic_MethodOfRecruitment,vic_TypeOfExploitation,"
          + "vic_MethodsOfControl,cas_Status,cas_IncomingReferralDate,cco_CaseComment,hte_Type,"
          + "hte_Country,spl_Type,con_Consent\n";
  private static final String[] COUNTRIES = {"RS", "XK", "AL", "BA", "MK", "ME", "BG", "GR"};
  private static final String[] FORMS = {
    "ForcedLabour", "SexualExploitation", "ForcedBegging", "psl_forced_criminality", "Servitude"
  };

  /**
   * Above this number only the check is measured: a million entered cases fill the disk of most
   * machines.
   */
  private static final int MOST_ENTERED = 200_000;

  private RecordImport() {}

  /** Takes the number of rows and a JDBC URL, both optional. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    try (Scratch scratch = Scratch.named("passerelle-import");
        ConfigurableApplicationContext house =
            PlatformApplication.start(
                settings(
                    scratch.folder(),
                    arguments.length > 1 ? arguments[1] : h2(scratch.folder())))) {
      measure(house, rows, System.out);
    }
  }

  private static void measure(ConfigurableApplicationContext house, int rows, PrintStream out)
      throws IOException, InterruptedException {
    SignedIn who = somebody(house);
    Imports imports = house.getBean(Imports.class);
    BackgroundWork work = house.getBean(BackgroundWork.class);
    Texts texts = house.getBean(Languages.class).texts(new Language("en"));
    LocalDate today = LocalDate.of(2026, 11, 24);
    byte[] file = file(rows, new SplittableRandom(7));
    out.printf("%d rows, %d kB%n", rows, file.length / 1024);
    UUID check = imports.receive(new Upload("r.csv", new ByteArrayInputStream(file)), null, who);
    imports.check(check, texts, today, who);
    say(out, "check", await(work, check, who));
    if (rows > MOST_ENTERED) {
      return;
    }
    say(out, "enter", await(work, imports.enter(check, texts, today, who), who));
    UUID again = imports.receive(new Upload("r.csv", new ByteArrayInputStream(file)), null, who);
    imports.check(again, texts, today, who);
    say(out, "check again", await(work, again, who));
    Runtime memory = Runtime.getRuntime();
    out.printf("heap in use: %d MB%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
  }

  static Work await(BackgroundWork work, UUID id, SignedIn who) throws InterruptedException {
    while (work.find(id, who).state().goesOn()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return work.find(id, who);
  }

  static void say(PrintStream out, String what, Work done) {
    Duration took =
        done.startedAt() == null || done.endedAt() == null
            ? Duration.ZERO
            : Duration.between(done.startedAt(), done.endedAt());
    out.printf(
        "%s: %.1f s, %s, %s%n", what, took.toMillis() / 1000.0, done.state(), done.figures());
  }

  static byte[] file(int rows, RandomGenerator random) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < rows; i++) {
      text.append(
          "r%d,Ime%d,\"Prezime, %d\",%d-%02d,%s,Single,%d,sq,%s,ID%d,+381 60 %07d,Grad,%s,%s,%d,AtWork;ThroughOnlineSocialNetworks,%s,DebtBondage;PhysicalAbuse,Active,2025-%02d-11,\"Invented account number %d, with some more words to weigh.\",Recruitment,%s,Legal,%s%n"
              .formatted(
                  i,
                  random.nextInt(5_000),
                  random.nextInt(9_000),
                  1970 + random.nextInt(45),
                  1 + random.nextInt(12),
                  i % 100 == 99 ? "Nobody" : random.nextBoolean() ? "Feminine" : "Masculine",
                  random.nextInt(4),
                  COUNTRIES[random.nextInt(COUNTRIES.length)],
                  i,
                  random.nextInt(10_000_000),
                  COUNTRIES[random.nextInt(COUNTRIES.length)],
                  random.nextBoolean()
                      ? "PossibleVictimOfTrafficking"
                      : "ActualVictimOfTrafficking",
                  10 + random.nextInt(30),
                  FORMS[random.nextInt(FORMS.length)],
                  1 + random.nextInt(12),
                  i,
                  COUNTRIES[random.nextInt(COUNTRIES.length)],
                  random.nextBoolean() ? "true" : "false"));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static SignedIn somebody(ConfigurableApplicationContext house) {
    UUID user = new UUID(7, 7);
    SignedIn first =
        new SignedIn(user, "Bench", new UUID(0, 1), "Bench", EnumSet.of(Role.ADMINISTRATOR));
    UUID organisation =
        house
            .getBean(Organisations.class)
            .create(
                first,
                new OrganisationDraft(
                    "bench-" + Long.toHexString(System.nanoTime()),
                    new Wording(Map.of("en", "Bench", "fr", "Banc", "sr", "Проба")),
                    "ngo",
                    "RS",
                    "",
                    "",
                    "",
                    true))
            .id();
    return new SignedIn(user, "Bench", organisation, "Bench", EnumSet.of(Role.CASE_MANAGER));
  }

  static String h2(Path folder) {
    return "jdbc:h2:file:"
        + folder.resolve("passerelle")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;QUERY_CACHE_SIZE=256";
  }

  private static Map<String, String> settings(Path folder, String url) {
    Map<String, String> settings = new HashMap<>();
    settings.put("server.port", "0");
    settings.put("passerelle.data", folder.toString());
    settings.put("passerelle.node-key", folder.resolve("node.key").toString());
    settings.put("passerelle.demo", "false");
    settings.put("passerelle.node", "bench");
    settings.put("spring.datasource.url", url);
    return settings;
  }
}
