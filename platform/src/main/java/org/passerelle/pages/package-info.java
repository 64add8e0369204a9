/** What all rooms' pages share: layout, navigation, errors, once-only forms. */
@NullMarked
package org.passerelle.pages;

import org.jspecify.annotations.NullMarked;
