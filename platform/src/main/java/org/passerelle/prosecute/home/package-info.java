/** What an investigator or prosecutor has to attend to. */
@NullMarked
package org.passerelle.prosecute.home;

import org.jspecify.annotations.NullMarked;
