package org.passerelle.linkage.generator;

/** The father's first name as a country writes it between given name and surname. */
final class FathersName {
  private static final String ACCENTED = "άέήίόύώ";
  private static final String PLAIN = "αεηιουω";

  private FathersName() {}

  /** As {@code customs: fathers_name_form} names it: patronymic, genitive, or the bare name. */
  static String written(String father, String form, boolean woman) {
    return switch (form) {
      case "patronymic" -> patronymic(father) + (woman ? "а" : "");
      case "genitive" -> genitive(father);
      default -> father;
    };
  }

  /** Bulgarian: Иванов, Георгиев, Христов, Николаев, Петров. */
  private static String patronymic(String father) {
    if (father.endsWith("ър")) {
      return father.substring(0, father.length() - 2) + "ров";
    }
    if (father.endsWith("и")) {
      return father + "ев";
    }
    String stem = father.substring(0, father.length() - 1);
    return switch (father.charAt(father.length() - 1)) {
      case 'й', 'я', 'е' -> stem + "ев";
      case 'а', 'о' -> stem + "ов";
      default -> father + "ов";
    };
  }

  /** Greek: Γεωργίου, Αλεξάνδρου, Νικήτα, Γιάννη. */
  private static String genitive(String father) {
    if (father.endsWith("ος")) {
      String stem = father.substring(0, father.length() - 2);
      return accentNear(stem) + "ου";
    }
    return father.endsWith("ης") || father.endsWith("ας") || father.endsWith("ής")
        ? father.substring(0, father.length() - 1)
        : father;
  }

  /** An accent two syllables before the ending moves to the last one before it. */
  private static String accentNear(String stem) {
    int last = -1;
    int accent = -1;
    for (int i = 0; i < stem.length(); i++) {
      char c = stem.charAt(i);
      if (ACCENTED.indexOf(c) >= 0) {
        accent = i;
      }
      if (ACCENTED.indexOf(c) >= 0 || PLAIN.indexOf(c) >= 0) {
        last = i;
      }
    }
    if (accent < 0 || accent == last) {
      return stem;
    }
    StringBuilder moved = new StringBuilder(stem);
    moved.setCharAt(accent, PLAIN.charAt(ACCENTED.indexOf(stem.charAt(accent))));
    moved.setCharAt(last, ACCENTED.charAt(PLAIN.indexOf(stem.charAt(last))));
    return moved.toString();
  }
}
