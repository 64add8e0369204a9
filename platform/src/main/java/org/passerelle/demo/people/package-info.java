/** The invented people of the demonstration. */
@NullMarked
package org.passerelle.demo.people;

import org.jspecify.annotations.NullMarked;
