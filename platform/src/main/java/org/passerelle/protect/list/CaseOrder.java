package org.passerelle.protect.list;

/**
 * An order that an index gives, read forwards or backwards, and where in it a page begins. The
 * columns before the sorted one are the same in every row of the answer. They stand here so that H2
 * sees that an index gives the order, and stops at the page's end: with them it read 36 rows of
 * 50,000, without them all. Backwards every column is turned, or the index would not do.
 *
 * @param text what ends the statement
 * @param after what is true of the rows after a place
 * @param by column of the key by which the next page begins
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
