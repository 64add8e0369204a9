package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Check 4 of the security checks, and who sees a case: a statement's text is fixed when the product
 * is built, through constants, variables and parameters too; and one over the cases or their teams
 * names the rule of {@code CaseSight}, or stands on the list below with the reason why it need not.
 */
class StatementsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/passerelle");

  /** Files that put statements together, and from what. */
  private static final Map<String, String> PUT_TOGETHER =
      Map.ofEntries(
          Map.entry(
              "audit/internal/JdbcAuditReader.java", "conditions that are constants of the class"),
          Map.entry(
              "protect/casework/cases/CaseRecord.java", "constants that its callers hand over"),
          Map.entry(
              "protect/casework/cases/CaseSight.java",
              "the rule itself, put into texts that are checked here"),
          Map.entry(
              "protect/casework/cases/opening/NewCases.java", "constants of the parts of a case"),
          Map.entry(
              "protect/casework/list/CaseList.java",
              "statements of CaseQuery, made of its constants"),
          Map.entry(
              "protect/safeguards/report/CaseLines.java", "constants of its own and of CaseField"),
          Map.entry(
              "protect/sharing/transfer/TransferredData.java",
              "statements of the rooms, checked where they stand"),
          Map.entry("storage/CascadeDelete.java", "names of the catalogue, quoted by ForeignKeys"),
          Map.entry("storage/PublishedSchema.java", "scripts of the program and a number"),
          Map.entry("storage/Rows.java", "statements that callers add, checked where they stand"),
          Map.entry("storage/RowsAbout.java", "tables and columns that each room's Holdings state"),
          Map.entry(
              "storage/backup/DatabaseCopy.java",
              "names of the catalogue and of a backup, checked"),
          Map.entry(
              "understand/team/Team.java",
              "statements that owners of teams give, constants there"));

  /** How many statements of a file see cases otherwise, and by what right. */
  private record Otherwise(int statements, String right) {}

  private static final Map<String, Otherwise> OTHERWISE = otherwise();

  private static Map<String, Otherwise> otherwise() {
    Map<String, Otherwise> all = new TreeMap<>();
    String checked = "changes a case that Cases has found for the reader";
    all.put("protect/casework/cases/CaseSight.java", new Otherwise(3, "the rule itself"));
    all.put("protect/casework/cases/Cases.java", new Otherwise(1, "the house's own"));
    all.put(
        "protect/casework/cases/team/CaseTeam.java",
        new Otherwise(5, "the team of a case found before"));
    all.put(
        "protect/casework/cases/team/TemporaryAccess.java",
        new Otherwise(6, "who joins a team and leaves it"));
    all.put("protect/casework/cases/team/CaseReassignments.java", new Otherwise(2, checked));
    all.put("protect/casework/cases/notes/CaseNotes.java", new Otherwise(1, checked));
    all.put("protect/casework/cases/tasks/CaseTasks.java", new Otherwise(1, checked));
    all.put("protect/casework/cases/opening/CaseChanges.java", new Otherwise(3, checked));
    all.put("protect/casework/cases/CaseStates.java", new Otherwise(1, checked));
    all.put("protect/casework/cases/opening/NewCases.java", new Otherwise(1, "makes a case"));
    all.put(
        "protect/casework/cases/team/CaseMembers.java", new Otherwise(4, "a case found before"));
    all.put(
        "protect/casework/cases/opening/MovedCases.java",
        new Otherwise(5, "a case that was accepted"));
    all.put("protect/casework/cases/Episodes.java", new Otherwise(1, checked));
    all.put("protect/casework/cases/CaseLock.java", new Otherwise(3, "reads nothing: holds a row"));
    all.put(
        "protect/casework/cases/ErasableCases.java",
        new Otherwise(4, "what is erased; holds a row"));
    all.put(
        "protect/sharing/referral/received/AcceptanceRows.java",
        new Otherwise(2, "counts: whether either side has gone on from an acceptance"));
    all.put("protect/casework/list/CaseRows.java", new Otherwise(1, "rows of cases found before"));
    all.put(
        "protect/casework/cases/decisions/DecisionEvents.java",
        new Otherwise(1, "decisions of a case found before"));
    String kept = "what the house keeps of due things; a reader asks Dues, which names the rule";
    all.put("protect/casework/cases/due/DerivedDataUpdater.java", new Otherwise(4, kept));
    all.put("protect/casework/cases/due/DerivedCaseColumns.java", new Otherwise(4, kept));
    all.put("protect/casework/compensation/ClaimsDue.java", new Otherwise(1, kept));
    all.put("protect/casework/placement/stay/AlertsDue.java", new Otherwise(1, kept));
    all.put("protect/casework/placement/stay/StaysDue.java", new Otherwise(1, kept));
    all.put("protect/sharing/referral/UrgentDue.java", new Otherwise(1, kept));
    all.put("protect/sharing/referral/ReferralsDue.java", new Otherwise(1, kept));
    all.put("protect/sharing/consent/HeldConsentsDue.java", new Otherwise(1, kept));
    all.put("protect/casework/guardian/GuardiansDue.java", new Otherwise(3, kept));
    all.put("protect/casework/determination/DeterminationsDue.java", new Otherwise(3, kept));
    all.put("protect/sharing/handover/HandOversDue.java", new Otherwise(1, kept));
    all.put("protect/sharing/transfer/TransfersDue.java", new Otherwise(1, kept));
    all.put(
        "protect/sharing/transfer/TransferRows.java",
        new Otherwise(6, "the code and whether it is closed, for both sides of a transfer"));
    all.put("protect/casework/safety/incident/IncidentsDue.java", new Otherwise(1, kept));
    all.put("protect/casework/safety/risk/RiskDue.java", new Otherwise(1, kept));
    all.put("protect/casework/safety/plan/SafetyPlansDue.java", new Otherwise(1, kept));
    all.put("protect/identity/tracing/TracingDue.java", new Otherwise(1, kept));
    all.put(
        "protect/identity/tracing/TracingRows.java",
        new Otherwise(1, "holds what a suspicion concerns, in any case; nobody reads"));
    all.put(
        "protect/casework/cases/opening/CaseCodes.java",
        new Otherwise(1, "whether a code is taken"));
    all.put(
        "protect/casework/cases/SearchIndexBackfill.java",
        new Otherwise(2, "the house's own, at the start"));
    all.put(
        "protect/identity/find/Sightings.java", new Otherwise(1, "encodings without identifiers"));
    all.put(
        "protect/casework/cases/Looks.java",
        new Otherwise(2, "the officer's, else CaseSight is asked"));
    all.put(
        "protect/safeguards/dataprotection/PersonDataReaders.java",
        new Otherwise(2, "the officer's, else CaseSight is asked"));
    all.put("protect/safeguards/oversight/AccessReport.java", new Otherwise(1, "the officer's"));
    all.put(
        "protect/sharing/consent/ConsentRegister.java",
        new Otherwise(1, "the officer's: codes alone"));
    all.put(
        "protect/safeguards/dataprotection/PersonRequests.java",
        new Otherwise(2, "the officer's: the code alone"));
    all.put("protect/safeguards/erasure/Erasures.java", new Otherwise(1, "the officer's"));
    all.put("protect/safeguards/erasure/ErasureRows.java", new Otherwise(1, "what is erased"));
    all.put("protect/safeguards/erasure/Retention.java", new Otherwise(1, "the officer's"));
    all.put(
        "protect/safeguards/figures/Figures.java",
        new Otherwise(3, "counts, under the rule for small cells"));
    all.put(
        "steer/release/CountedPersons.java",
        new Otherwise(
            1, "codes that are counted, protected and attacked before anybody reads them"));
    all.put("prosecute/figures/CourseRows.java", new Otherwise(1, "counts, then protected"));
    all.put("protect/casework/supervision/Workload.java", new Otherwise(1, "counts by colleague"));
    all.put(
        "protect/casework/supervision/EmergencyRows.java",
        new Otherwise(2, "a supervisor's review of looks; their end"));
    all.put(
        "protect/identity/recognition/Recognition.java",
        new Otherwise(1, "the house's own: whether two readers are needed"));
    all.put(
        "protect/identity/elsewhere/Findability.java",
        new Otherwise(2, "whom others may find, by the list and the rule on asylum: nobody reads"));
    all.put("demo/DemoFiles.java", new Otherwise(1, "finds what was filled before a restart"));
    all.put(
        "protect/sharing/htcds/ExportRows.java",
        new Otherwise(2, "persons of an export; codes of cases found before"));
    all.put(
        "protect/casework/phone/RecordRows.java",
        new Otherwise(1, "whether a case is there that a record names: nothing is read"));
    String placing = "the code alone, for the placing team or a case found before";
    all.put(
        "protect/casework/placement/match/PlacementRequestRows.java", new Otherwise(7, placing));
    all.put("protect/casework/placement/match/PlaceTonightCalls.java", new Otherwise(1, placing));
    all.put("protect/casework/placement/match/Ties.java", new Otherwise(1, placing));
    all.put("protect/casework/placement/stay/MissingCalls.java", new Otherwise(2, placing));
    all.put("protect/casework/placement/stay/StayRows.java", new Otherwise(2, placing));
    all.put("protect/casework/placement/stay/StayLines.java", new Otherwise(5, placing));
    all.put(
        "protect/casework/followup/FollowUpRows.java",
        new Otherwise(2, "the code of a case found before; its lead, for the house itself"));
    all.put(
        "api/internal/JdbcWebhooks.java", new Otherwise(1, "the house's own: whose case it is"));
    return all;
  }

  private static final Pattern CASES =
      Pattern.compile(
          "(?i)\\b(from|join|update|into)\\s+(protect_case|case_outline|case_member|\\{case)\\b|\\bcase_member\\b.*\\bjoin\\b");
  private static final Pattern RULE = Pattern.compile("\\{(seen|team|open|own) [a-z]+}");

  private static final Pattern ASKS =
      Pattern.compile(
          "sql\\(|\\bRows\\b|Jdbc\\w*(Operations|Template)|java\\.sql\\.|moved\\.rows\\(|CaseSight|protect_case|case_outline|case_member");
  private static final Map<String, Statements> ALL = read();

  @Test
  void everyStatementIsFixedWhenTheProductIsBuilt() {
    Map<String, List<String>> joined = new TreeMap<>();
    ALL.forEach(
        (file, statements) -> {
          if (!statements.joined().isEmpty()) {
            joined.put(file, statements.joined());
          }
        });
    PUT_TOGETHER.keySet().forEach(known -> assertThat(joined.remove(known)).as(known).isNotNull());
    assertThat(joined).isEmpty();
  }

  @Test
  void aStatementOverCasesNamesTheRuleOfWhoSeesThem() {
    Map<String, Integer> found = new TreeMap<>();
    ALL.forEach(
        (file, statements) -> {
          int otherwise =
              (int)
                  statements.texts().stream()
                      .filter(text -> CASES.matcher(text).find() && !RULE.matcher(text).find())
                      .count();
          if (otherwise > 0) {
            found.put(file, otherwise);
          }
        });
    Map<String, Integer> known = new TreeMap<>();
    OTHERWISE.forEach((file, by) -> known.put(file, by.statements));
    assertThat(found)
        .as("statements over cases that do not name CaseSight; maybe they should be run by it")
        .isEqualTo(known);
  }

  @Test
  void whatIsJoinedIsFoundThroughConstantsVariablesAndParameters(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("Joins.java");
    Files.writeString(
        file,
        """
        class Joins {
          private static final String COLUMNS = "select a";
          private final String typed = read();
          void fine(Db db, boolean one) {
            db.sql("select 1");
            db.sql(COLUMNS + " from t");
            db.sql(one ? COLUMNS : "select 2");
            passed(db, "select 3");
          }
          private void passed(Db db, String sql) { db.sql(sql); }
          void otherWays(JdbcOperations jdbc, Connection connection, String name) {
            jdbc.update("delete from t");
            jdbc.execute(Joins::work);
            connection.prepareStatement("select 1");
            jdbc.update("delete from " + name);
            try (Statement statement = connection.createStatement()) {
              statement.executeQuery("select '%s'".formatted(name));
            }
          }
          void joined(Db db, String name) {
            db.sql("select 1 where a = '" + name + "'");
            db.sql(COLUMNS.replace("a", name));
            db.sql(typed);
            String built = "select " + name;
            db.sql(built);
            handed(db, "select %s".formatted(name));
            db.sql(name);
          }
          private void handed(Db db, String text) { db.sql(text); }
        }
        """);
    assertThat(Statements.of(List.of(file)).values().iterator().next().joined())
        .containsExactlyInAnyOrder(
            "\"delete from \" + name",
            "\"select \\'%s\\'\".formatted(name)",
            "\"select 1 where a = \\'\" + name + \"\\'\"",
            "COLUMNS.replace(\"a\", name)",
            "typed",
            "built",
            "text",
            "name");
  }

  /** By the name of its file, read once: those that give something to the database. */
  private static Map<String, Statements> read() {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Map<String, Statements> all = new TreeMap<>();
      Statements.of(files.filter(StatementsTest::asks).toList())
          .forEach((file, statements) -> all.put(name(file), statements));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean asks(Path file) {
    try {
      return file.toString().endsWith(".java") && ASKS.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return SOURCES.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }
}
