/** Pages of the watch list. */
@NullMarked
package org.passerelle.prevent.watch.web;

import org.jspecify.annotations.NullMarked;
