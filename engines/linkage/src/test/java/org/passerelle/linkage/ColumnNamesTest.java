package org.passerelle.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Columns are known by what they are called. */
class ColumnNamesTest {
  @Test
  void theNamesThatListsHave() {
    String[][] known = {
      {"first_name", "given_name"},
      {"given_name", "given_name"},
      {"prénom", "given_name"},
      {"surname", "surname"},
      {"lastName", "surname"},
      {"NOM", "surname"},
      {"prezime", "surname"},
      {"full_name", "full_name"},
      {"first_and_surname", "full_name"},
      {"name", "full_name"},
      {"dob", "birth_date"},
      {"date_of_birth", "birth_date"},
      {"dateNaissance", "birth_date"},
      {"city", "place"},
      {"suburb", "place"},
      {"birth_place", "place"},
      {"place_of_birth", "place"},
      {"email", "email"},
      {"phone_number", "phone"},
      {"sex", "sex"},
      {"gender", "sex"},
      {"nationality", "nationality"},
      {"soc_sec_id", "document"},
      {"passport_no", "document"},
      {"address_1", "address"},
      {"street_number", "house_number"},
      {"postcode", "postcode"},
      {"postcode_fake", "postcode"},
      {"state", "region"},
      {"age", "age"},
      {"occupation", "text"},
      {"addr", "address"},
      {"addr1", "address"},
      {"home_addr", "address"},
      {"ulica", "address"},
      {"house_no", "house_number"},
      {"gsm", "phone"},
      {"middle_name", "given_name"},
      {"maiden_name", "surname"},
      {"first", "given_name"},
      {"last", "surname"},
      {"Име", "given_name"},
      {"Презиме", "surname"},
      {"Датум рођења", "birth_date"},
      {"Место рођења", "place"},
      {"Пол", "sex"},
      {"birth_city", "place"},
      {"code_postal", "postcode"},
      {"mbg", "document"}
    };
    for (String[] pair : known) {
      assertThat(ColumnNames.kind(pair[0]).map(AttributeKind::id)).as(pair[0]).contains(pair[1]);
    }
    for (String unknown :
        new String[] {
          "cluster", "blocking_number", "x", "lat", "father_name", "ime_oca", "first_seen"
        }) {
      assertThat(ColumnNames.kind(unknown)).as(unknown).isEmpty();
    }
  }
}
