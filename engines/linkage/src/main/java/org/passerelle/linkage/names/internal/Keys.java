package org.passerelle.linkage.names.internal;

/** Which keys of a keyboard lie side by side: QWERTY, the Serbian Cyrillic one and the Greek. */
final class Keys {
  private static final String[][] BOARDS = {
    {"qwertyuiop", "asdfghjkl", "zxcvbnm"},
    {"љњертзуиоп", "асдфгхјклч", "ѕџцвбнм"},
    {"явертъуиоп", "асдфгхйкл", "зьцжбнм"},
    {" ςερτυθιοπ", "ασδφγηξκλ", "ζχψωβνμ"},
  };

  private Keys() {}

  /** Whether one is struck for the other by a finger that is half a key astray. */
  static boolean areBeside(char a, char b) {
    for (String[] board : BOARDS) {
      for (int row = 0; row < board.length; row++) {
        int at = board[row].indexOf(a);
        for (int other = Math.max(0, row - 1); at >= 0 && other < board.length; other++) {
          int there = board[other].indexOf(b);
          // a lower row is moved to the right by less than a key
          int step = there - at;
          boolean near =
              other == row
                  ? Math.abs(step) == 1
                  : other < row ? step == 0 || step == 1 : step == 0 || step == -1;
          if (there >= 0 && other <= row + 1 && near) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
