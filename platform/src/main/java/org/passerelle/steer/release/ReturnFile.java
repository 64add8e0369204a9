package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.passerelle.disclosure.PublishedTable;

/**
 * Released tables in the codes of whoever asks for them. Where several codes of the house are one
 * of the recipient's, their sum is given if all of them are shown: it is made of published figures
 * alone and tells nothing more.
 */
public final class ReturnFile {
  private static final String HEAD =
      "return,period,population,release,table,variable,code,variable_2,code_2,count,status\n";

  private final YearlyReturn of;
  private final StringBuilder text = new StringBuilder(HEAD);

  public ReturnFile(YearlyReturn of) {
    this.of = of;
  }

  /** Adds the tables of a release. */
  public void add(FigureRelease release, List<PublishedTable> tables) {
    for (PublishedTable table : tables) {
      String before =
          "%s,%d,%s,%d,%s,"
              .formatted(
                  of.id(),
                  release.period().year(),
                  release.scope().population().code(),
                  release.number(),
                  table.id());
      sums(table).forEach((codes, sum) -> text.append(before).append(codes).append(sum.ending()));
    }
  }

  /** The lines so far. */
  public String csv() {
    return text.toString();
  }

  /** A sum that is hidden as soon as one of its parts is. */
  private record Sum(long shown, boolean hidden) {
    Sum and(OptionalLong count) {
      return new Sum(shown + count.orElse(0), hidden || count.isEmpty());
    }

    String ending() {
      return hidden ? ",,hidden\n" : "," + shown + ",shown\n";
    }
  }

  private Map<String, Sum> sums(PublishedTable table) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    String first = table.variables().get(0);
    boolean two = table.variables().size() == 2;
    for (int row : finest(table.headings(0))) {
      String here = first + "," + of.code(first, table.headings(0).get(row).code());
      if (!two) {
        add(sums, here + ",,", table.count(row));
        continue;
      }
      String second = table.variables().get(1);
      for (int column : finest(table.headings(1))) {
        String code = of.code(second, table.headings(1).get(column).code());
        add(sums, here + "," + second + "," + code, table.count(row, column));
      }
    }
    return sums;
  }

  private static void add(Map<String, Sum> sums, String codes, OptionalLong count) {
    sums.merge(codes, new Sum(0, false).and(count), (known, more) -> known.and(count));
  }

  /** Places of the total and of what is divided no further: groups would be counted twice. */
  private static List<Integer> finest(List<PublishedTable.Heading> headings) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      boolean last =
          i + 1 == headings.size() || headings.get(i + 1).depth() <= headings.get(i).depth();
      if (i == 0 || last) {
        found.add(i);
      }
    }
    return found;
  }
}
