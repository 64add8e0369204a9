package org.passerelle.protect.safeguards.report;

import java.util.List;

/** Coded columns of a case and its person, with their SQL expressions. */
enum CaseField {
  STATE("state", "c.state", "case_states"),
  URGENCY("urgency", "c.urgency", "urgencies"),
  RISK("risk", "c.risk", "risks"),
  FORM("form", "coalesce(c.form, '')", "forms_of_exploitation"),
  COUNTRY("country", "c.country", "countries"),
  SOURCE("source", "c.how_came", "how_came"),
  GENDER("gender", "coalesce(p.gender, '')", "genders"),
  /** Computed from known years of birth; a range that is too wide is not assigned to a group. */
  AGE(
      "age",
      """
      case when p.birth_year_from is null or p.birth_year_to is null then ''
           when extract(year from c.opened_at) - p.birth_year_from < 12 then 'under_12'
           when extract(year from c.opened_at) - p.birth_year_to >= 12
                and extract(year from c.opened_at) - p.birth_year_from < 16 then '12_15'
           when extract(year from c.opened_at) - p.birth_year_to >= 16
                and extract(year from c.opened_at) - p.birth_year_from < 18 then '16_17'
           when extract(year from c.opened_at) - p.birth_year_to >= 18
                and extract(year from c.opened_at) - p.birth_year_from < 25 then '18_24'
           when extract(year from c.opened_at) - p.birth_year_to >= 25
                and extract(year from c.opened_at) - p.birth_year_from < 35 then '25_34'
           when extract(year from c.opened_at) - p.birth_year_to >= 35 then '35_over'
           else '' end""",
      "under_12",
      "12_15",
      "16_17",
      "18_24",
      "25_34",
      "35_over"),
  MINOR("minor", "case when c.minor then 'yes' else 'no' end", "yes", "no"),
  ASYLUM("asylum", "c.asylum", "not_asked", "none", "possible", "pending", "granted", "refused"),
  NON_PUNISHMENT(
      "non_punishment", "case when c.non_punishment then 'yes' else 'no' end", "yes", "no");

  private final String id;
  private final String sql;
  private final String list;

  /** Separated by spaces, because enum constants should be immutable. */
  private final String codes;

  CaseField(String id, String sql, String list) {
    this.id = id;
    this.sql = sql;
    this.list = list;
    this.codes = "";
  }

  CaseField(String id, String sql, String first, String second, String... more) {
    this.id = id;
    this.sql = sql;
    this.list = "";
    this.codes = String.join(" ", first, second, String.join(" ", more));
  }

  /** Its name in a question. */
  String id() {
    return id;
  }

  /** SQL expression of the code; empty string if unknown. */
  String sql() {
    return sql;
  }

  /** Its code list, or empty if the codes have texts of their own. */
  String list() {
    return list;
  }

  /** Codes with texts of their own. */
  List<String> codes() {
    return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
  }
}
