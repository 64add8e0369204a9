package org.passerelle.protect.casework.list;

/**
 * An order provided by an index, in either direction, with the start of a page. The columns before
 * the sorted one are constant in the result; they are listed so that H2 recognises that the index
 * provides the order and stops at the end of the page: with them it read 36 rows of 50,000, without
 * them all. In descending order every column must be descending for the index to be used.
 *
 * @param text end of the statement
 * @param after condition for rows after a position
 * @param by sorted column, whose value is the key of the next page
 */
record CaseOrder(String text, String after, String by) {
  static final CaseOrder CHANGED = changed("c.organisation, c.changed_at desc, c.id");
  static final CaseOrder STATE = changed("c.organisation, c.state, c.changed_at desc, c.id");
  static final CaseOrder FORM = changed("c.organisation, c.form, c.changed_at desc, c.id");
  static final CaseOrder COUNTRY = changed("c.organisation, c.country, c.changed_at desc, c.id");
  static final CaseOrder LEAD = changed("c.organisation, c.lead_user, c.changed_at desc, c.id");
  static final CaseOrder OPENED =
      new CaseOrder(
          ordered("c.organisation, c.opened_at desc, c.id"),
          " and c.opened_at <= :key and (c.opened_at < :key or c.id > :id)",
          "opened");
  static final CaseOrder DUE =
      new CaseOrder(
          ordered("c.organisation, c.next_due, c.id"),
          " and c.next_due >= :key and (c.next_due > :key or c.id > :id)",
          "due");
  static final CaseOrder CODE =
      new CaseOrder(ordered("c.organisation, c.code"), " and c.code > :code", "code");
  static final CaseOrder CHANGED_TURNED =
      firstChanged("c.organisation desc, c.changed_at, c.id desc");
  static final CaseOrder STATE_TURNED =
      firstChanged("c.organisation desc, c.state desc, c.changed_at, c.id desc");
  static final CaseOrder FORM_TURNED =
      firstChanged("c.organisation desc, c.form desc, c.changed_at, c.id desc");
  static final CaseOrder COUNTRY_TURNED =
      firstChanged("c.organisation desc, c.country desc, c.changed_at, c.id desc");
  static final CaseOrder LEAD_TURNED =
      firstChanged("c.organisation desc, c.lead_user desc, c.changed_at, c.id desc");
  static final CaseOrder OPENED_TURNED =
      new CaseOrder(
          ordered("c.organisation desc, c.opened_at, c.id desc"),
          " and c.opened_at >= :key and (c.opened_at > :key or c.id < :id)",
          "opened");
  static final CaseOrder DUE_TURNED =
      new CaseOrder(
          ordered("c.organisation desc, c.next_due desc, c.id desc"),
          " and c.next_due <= :key and (c.next_due < :key or c.id < :id)",
          "due");
  static final CaseOrder CODE_TURNED =
      new CaseOrder(ordered("c.organisation desc, c.code desc"), " and c.code < :code", "code");

  private static CaseOrder changed(String columns) {
    return new CaseOrder(
        ordered(columns),
        " and c.changed_at <= :key and (c.changed_at < :key or c.id > :id)",
        "changed");
  }

  private static CaseOrder firstChanged(String columns) {
    return new CaseOrder(
        ordered(columns),
        " and c.changed_at >= :key and (c.changed_at > :key or c.id < :id)",
        "changed");
  }

  private static String ordered(String columns) {
    return " order by " + columns + " limit :limit";
  }
}
