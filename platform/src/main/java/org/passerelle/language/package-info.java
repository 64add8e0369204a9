/** All texts that people see, in all languages of the application. */
@NullMarked
package org.passerelle.language;

import org.jspecify.annotations.NullMarked;
