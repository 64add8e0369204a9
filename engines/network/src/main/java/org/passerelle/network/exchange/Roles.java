package org.passerelle.network.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.network.Actor;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;

/**
 * Words for victims and minors in the languages of the region, as found in columns such as role or
 * status: an actor so described is treated as a victim even without a yes/no column, and is
 * excluded from rankings.
 */
final class Roles {
  private static final Pattern APART = Pattern.compile("[^\\p{L}']+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final Set<String> COLUMNS =
      words(
          "role roles status type category class position function rôle statut catégorie fonction"
              + " uloga status tip vrsta položaj улога статус тип врста положај категорија роля вид"
              + " позиция роль ρόλος κατάσταση ιδιότητα τύπος rol statut tip calitate roli statusi"
              + " lloji cilësia durum tür sıfat konum");

  private static final Set<String> VICTIMS =
      words(
          "victim victims victime victimes viktimë viktima viktime žrtva žrtve oštećena oštećeni"
              + " жртва жртве жртви жртвите оштећена оштећени жертва жертви жертвата пострадал"
              + " пострадала пострадали потерпевший потерпевшая θύμα θύματα victimă victima mağdur"
              + " mağdure mağdurlar kurban survivor survivors rescapée rescapé");

  private static final Set<String> MINORS =
      words(
          "minor minors mineur mineure mineurs mineures child children enfant enfants mitur miture"
              + " mituri fëmijë fëmija maloletnik maloletnica maloletan maloletna maloljetnik"
              + " maloljetnica maloljetan maloljetna dete dijete djeca deca малолетник малолетница"
              + " малолетан малолетна малолетен малолетно дете деца непълнолетен непълнолетна"
              + " непълнолетно несовершеннолетний несовершеннолетняя ребёнок ребенок ανήλικος"
              + " ανήλικη ανήλικο παιδί παιδιά minoră minori copil copii çocuk çocuklar");

  /**
   * Words that, before such a word, refer to somebody else: a recruiter of victims is not a victim.
   */
  private static final Set<String> ELSEWHERE =
      words(
          "of the with to against for not no non nor former de des du d la le les avec pas contre"
              + " nije ne bez protiv није не без против на не е με του της των όχι δεν i e të jo pa"
              + " nu al ai lui fără değil");

  private Roles() {}

  private static Set<String> words(String list) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : list.split(" ", -1)) {
      words.add(plain(word));
    }
    return words;
  }

  private static String plain(String text) {
    String lower = text.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('đ', 'd');
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  /** The same network, with actors described as victims or minors marked as victims. */
  static NetworkFile marked(NetworkFile read) {
    Set<String> columns = new LinkedHashSet<>();
    int found = 0;
    List<Actor> actors = new ArrayList<>();
    for (Actor actor : read.network().actors()) {
      String column = actor.victim() ? "" : column(actor);
      if (column.isEmpty()) {
        actors.add(actor);
        continue;
      }
      columns.add(column);
      found++;
      actors.add(new Actor(actor.id(), actor.kind(), actor.label(), true, actor.attributes()));
    }
    if (found == 0) {
      return read;
    }
    List<Sentence> notices = new ArrayList<>(read.notices());
    notices.add(Sentence.of(Wording.VICTIMS_BY_ROLE, found, String.join(", ", columns)));
    return new NetworkFile(new CaseNetwork(actors, read.network().ties()), notices);
  }

  /** The attribute with such a word; empty if there is none. */
  private static String column(Actor actor) {
    for (Map.Entry<String, List<String>> attribute : actor.attributes().entrySet()) {
      if (isRole(attribute.getKey()) && attribute.getValue().stream().anyMatch(Roles::isVictim)) {
        return attribute.getKey();
      }
    }
    return "";
  }

  private static boolean isRole(String name) {
    for (String word : APART.split(plain(name), -1)) {
      if (COLUMNS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVictim(String value) {
    String before = "";
    for (String word : APART.split(plain(value), -1)) {
      if ((VICTIMS.contains(word) || MINORS.contains(word)) && !ELSEWHERE.contains(before)) {
        return true;
      }
      // "not a victim": skip the article
      before = word.equals("a") || word.equals("an") || word.equals("une") ? before : word;
    }
    return false;
  }
}
