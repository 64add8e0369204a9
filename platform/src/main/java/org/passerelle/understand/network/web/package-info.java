/** Pages of networks: the workbench, its table, what is entered and handed out. */
@NullMarked
package org.passerelle.understand.network.web;

import org.jspecify.annotations.NullMarked;
