package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** Addresses of electronic mail: the part before the sign says more than the one behind. */
final class EmailComparison implements Comparison {
  private final String[] local;
  private final String[] host;
  private final List<String> values;

  EmailComparison(List<String> values) {
    this.values = values;
    this.local = new String[values.size()];
    this.host = new String[values.size()];
    for (int i = 0; i < local.length; i++) {
      String value = values.get(i);
      int at = value.indexOf('@');
      local[i] = at < 0 ? value : value.substring(0, at);
      host[i] = at < 0 ? "" : value.substring(at + 1);
    }
  }

  @Override
  public List<String> levels() {
    return List.of("differs", "one part alike", "alike", "a slip or two apart", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 4;
    }
    String x = values.get(a);
    String y = values.get(b);
    int longer = Math.max(x.length(), y.length());
    int d = Texts.distance(x, y, longer / 2);
    if (d <= Math.min(3, longer / 6)) {
      return 3;
    }
    double before = Texts.similarity(local[a], local[b]);
    double behind = Texts.similarity(host[a], host[b]);
    if (d <= longer / 3 || (before >= 0.8 && local[a].length() >= 5)) {
      return 2;
    }
    return before >= 0.6 || behind >= 0.8 ? 1 : 0;
  }
}
