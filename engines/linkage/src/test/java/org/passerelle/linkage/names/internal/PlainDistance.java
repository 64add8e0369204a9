package org.passerelle.linkage.names.internal;

import java.util.List;

/** The distance in sounds straight from its definition, for words beside Greek ones; slow. */
final class PlainDistance {
  private final RuleFile file;
  private final String vowels;

  PlainDistance(RuleFile file) {
    this.file = file;
    vowels = file.text("vowels");
  }

  double between(String a, String b) {
    double[][] d = new double[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i + j == 0 ? 0 : cell(d, a, i, b, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private double cell(double[][] d, String a, int i, String b, int j) {
    boolean end = i == a.length() && j == b.length();
    double v = Double.MAX_VALUE;
    for (int p = 0; p <= Math.min(2, i); p++) {
      for (int q = 0; q <= Math.min(2, j); q++) {
        if (p + q > 0) {
          v =
              Math.min(
                  v, d[i - p][j - q] + cost(a.substring(i - p, i), b.substring(j - q, j), end));
        }
      }
    }
    return v;
  }

  private double cost(String x, String y, boolean end) {
    if (x.isEmpty() || y.isEmpty()) {
      return (x + y).length() == 1 ? omission((x + y).charAt(0), end) : 1e9;
    }
    if (x.length() == 1 && y.length() == 1) {
      return substitution(x.charAt(0), y.charAt(0));
    }
    double cost = 1e9;
    for (RuleFile merge : file.parts("merge")) {
      List<String> pair = merge.texts("pair");
      if (cost == 1e9 && (pair.equals(List.of(x, y)) || pair.equals(List.of(y, x)))) {
        cost = merge.number("cost");
      }
    }
    boolean swapped =
        x.length() == 2
            && y.length() == 2
            && x.charAt(0) == y.charAt(1)
            && x.charAt(1) == y.charAt(0);
    return swapped ? Math.min(cost, file.number("transposition")) : cost;
  }

  private double substitution(char x, char y) {
    if (x == y) {
      return 0;
    }
    RuleFile costs = file.part("substitution");
    int sum = (vowel(x) ? 1 : 0) + (vowel(y) ? 1 : 0);
    String kind = sum == 2 ? "vowel_vowel" : sum == 0 ? "consonant_consonant" : "vowel_consonant";
    return costs.parts("near").stream()
        .filter(p -> p.text("pair").equals("" + x + y) || p.text("pair").equals("" + y + x))
        .mapToDouble(p -> p.number("cost"))
        .min()
        .orElse(costs.part("default").number(kind));
  }

  private double omission(char sound, boolean end) {
    RuleFile costs = file.part("omission");
    RuleFile single = costs.part(end ? "single_end" : "single");
    String one = String.valueOf(sound);
    if (single.has(one)) {
      return single.number(one);
    }
    String kind = vowel(sound) ? "vowel" : "consonant";
    return costs.number(end ? kind + "_end" : kind);
  }

  private boolean vowel(char sound) {
    return vowels.indexOf(sound) >= 0;
  }
}
