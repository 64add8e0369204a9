package org.passerelle.protect.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.MovedOrders;
import org.passerelle.protect.cases.MovedCases;
import org.passerelle.protect.person.MovedPersons;
import org.passerelle.storage.Among;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that belongs to a person's cases, in the hands of another organisation: what would be
 * erased together moves together. What stays is named in {@link #STAYS}, and a test asks every
 * table that names an organisation and is about a person whether it is in one of the two.
 */
@Component
class MovedFiles {
  /** By the case. */
  private static final List<String> OF_CASES =
      List.of(
          "update consent set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update legal_ground set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update received_referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update known_question set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update known_hit set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update placement_wait set organisation = :to where case_id = any(cast(:ids as uuid array)) and state = 'waiting'",
          "update compensation_claim set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update care_booking set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update guardian_mandate set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update determination set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update durable_solution set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update photograph set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update follow_up set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update person_request set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update emergency_access set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update grid set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update htcds_record set organisation = :to where case_id = any(cast(:ids as uuid array))",
          "update phone_record set organisation = :to where case_id = any(cast(:ids as uuid array))");

  /** By the person, the case, a screening or a dossier. */
  private static final List<String> OF_ALL =
      List.of(
          "update screening set organisation = :to where id = any(cast(:ids as uuid array))",
          "update grid set organisation = :to where screening = any(cast(:ids as uuid array))",
          "update phone_record set organisation = :to where screening = any(cast(:ids as uuid array))",
          """
          update phone_paper set organisation = :to
           where record in (select id from phone_record
                             where case_id = any(cast(:ids as uuid array)) or screening = any(cast(:ids as uuid array)))
          """,
          """
          update reporting_value set organisation = :to
           where submission in (select id from submission
                                 where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array)))
          """,
          """
          update submission set organisation = :to
           where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
          """,
          "update retention_review set organisation = :to where subject = any(cast(:ids as uuid array))",
          """
          update same_person set organisation = :to
           where person = any(cast(:ids as uuid array)) and other = any(cast(:ids as uuid array))
          """,
          // typed by the former team and not sent
          """
          delete from kept_form
           where subject = any(cast(:ids as uuid array)) or sealed_under = any(cast(:ids as uuid array))
          """,
          """
          delete from duplicate_reading
           where pair in (select id from possible_duplicate
                           where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array)))
          """,
          """
          delete from possible_duplicate
           where one = any(cast(:ids as uuid array)) or other = any(cast(:ids as uuid array))
          """);

  /** By the referral, in either direction; the other side keeps a copy of its own. */
  private static final List<String> OF_REFERRALS =
      List.of(
          """
          update referral_message set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update onward_permission set organisation = :to
           where (id = any(cast(:ids as uuid array)) or origin_referral = any(cast(:ids as uuid array)))
             and organisation = :from
          """,
          """
          update retained_by_law set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update passed_on set organisation = :to
           where (origin_referral = any(cast(:ids as uuid array)) or onward = any(cast(:ids as uuid array)))
             and organisation = :from
          """,
          """
          update news set organisation = :to
           where subject = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update enclosed_file set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update came_file set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update came_piece set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update duty_call set organisation = :to
           where referral = any(cast(:ids as uuid array)) and organisation = :from
          """,
          // its steps refer to it by both
          """
          insert into hand_over
            (id, organisation, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
             acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
             found_at, on_purpose, outcome, closed_at)
          select id, :to, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
                 acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
                 found_at, on_purpose, outcome, closed_at
            from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from
          """,
          """
          update hand_over_step set organisation = :to
           where hand_over = any(cast(:ids as uuid array)) and organisation = :from
          """,
          "delete from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from");

  /** Who does what is planned. */
  private static final List<String> TO_LEAD =
      List.of(
          """
          update follow_up set assigned = :lead
           where case_id = any(cast(:ids as uuid array)) and ended_at is null
          """,
          """
          update care_booking set accompanied = :lead
           where case_id = any(cast(:ids as uuid array)) and settled_at is null and accompanied is not null
          """);

  /** Tables about a person that name an organisation and stay with it, each with the reason. */
  static final List<String> STAYS =
      List.of(
          // what was given was given by whoever had the case then
          "disclosure",
          // the team that placed keeps the bed: its address is not for the organisation that takes
          // over
          "stay",
          "place_bed",
          // the desk is the organisation's; erasure finds its copy by the case
          "desk_screening",
          "desk_signature",
          // what was asked and answered under other names goes on by MovedOrders
          "arriving_dossier",
          "known_asked",
          // made anew by whoever keeps it
          "case_due",
          "possible_duplicate",
          // acts of colleagues, sealed under the case
          "approval_request",
          "audit_entry",
          "erasure",
          "case_export",
          "import_columns",
          // says itself between whom
          "case_transfer");

  private final JdbcClient db;
  private final MovedCases cases;
  private final MovedPersons persons;
  private final MovedOrders orders;
  private final Vault vault;

  MovedFiles(
      JdbcClient db, MovedCases cases, MovedPersons persons, MovedOrders orders, Vault vault) {
    this.db = db;
    this.cases = cases;
    this.persons = persons;
    this.orders = orders;
    this.vault = vault;
  }

  /** Names of the tables that are changed, for the test. */
  static List<String> moved() {
    return Stream.of(OF_CASES, OF_ALL, OF_REFERRALS)
        .flatMap(List::stream)
        .map(
            sql -> sql.strip().replaceFirst("(?s)^(update|insert into|delete from) (\\w+).*", "$2"))
        .distinct()
        .toList();
  }

  /** The statement that writes a table's rows anew, for the test. */
  static String copy(String table) {
    return OF_REFERRALS.stream()
        .filter(sql -> sql.strip().startsWith("insert into " + table + "\n"))
        .findFirst()
        .orElseThrow();
  }

  /** Moves it all, within the caller's transaction. */
  void move(Erased whole, UUID to, UUID lead, SignedIn who) {
    UUID from = whole.organisation();
    List<UUID> all = whole.all();
    OF_CASES.forEach(
        sql -> db.sql(sql).param("ids", Among.these(whole.cases())).param("to", to).update());
    OF_ALL.forEach(
        sql -> {
          JdbcClient.StatementSpec statement = db.sql(sql).param("ids", Among.these(all));
          (sql.contains(":to") ? statement.param("to", to) : statement).update();
        });
    OF_REFERRALS.forEach(
        sql -> {
          JdbcClient.StatementSpec statement =
              db.sql(sql).param("ids", Among.these(whole.referrals())).param("from", from);
          (sql.contains(":to") ? statement.param("to", to) : statement).update();
        });
    TO_LEAD.forEach(
        sql -> db.sql(sql).param("ids", Among.these(whole.cases())).param("lead", lead).update());
    orders.move(asked(whole), from, to, true);
    orders.move(answered(whole), from, to, false);
    cases.move(whole.cases(), to, lead, who);
    persons.move(whole.persons(), to);
    Stream.concat(whole.screenings().stream(), whole.received().stream())
        .filter(vault::holds)
        .forEach(key -> vault.moveKey(key, to));
  }

  private List<UUID> asked(Erased whole) {
    List<UUID> all = new ArrayList<>(whole.sent());
    all.addAll(
        ids(
            "select id from known_question where case_id = any(cast(:ids as uuid array))",
            whole.cases()));
    return all;
  }

  private List<UUID> answered(Erased whole) {
    List<UUID> all = new ArrayList<>(whole.received());
    all.addAll(
        ids(
            "select distinct question from known_hit where case_id = any(cast(:ids as uuid array))",
            whole.cases()));
    return all;
  }

  private List<UUID> ids(String sql, Collection<UUID> of) {
    return db.sql(sql).param("ids", Among.these(of)).query(UUID.class).list();
  }
}
