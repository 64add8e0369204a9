/** Shared by the pages of all modules: layout, navigation, errors, forms that take effect once. */
@NullMarked
package org.passerelle.pages;

import org.jspecify.annotations.NullMarked;
