/** Home page, errors, language switch and what every page is given. */
@NullMarked
package org.passerelle.pages.web;

import org.jspecify.annotations.NullMarked;
